"""Measuring the reader of narratives: `python -m tests.etl.narratives` writes the tracked tables.

The labelled narratives are split by a hash of their number: rules were written on 60% (tuning) and
measured on the rest (held back).
"""

import csv
import hashlib
from pathlib import Path

import pandas as pd
from scipy.stats import binomtest

from etl.narrative import read_narratives
from tests.shared import SHARED

LABELLED = SHARED / "reference" / "narratives_labelled.csv"
REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"
ACCURACY = REFERENCE / "narrative_accuracy.csv"
CONFUSION = REFERENCE / "narrative_confusion.csv"


def read_labelled() -> pd.DataFrame:
    """One row is one labelled narrative with `part`, the label and what the rules read."""
    labelled = pd.read_csv(LABELLED)
    held = [int(hashlib.sha256(str(i).encode()).hexdigest(), 16) % 10 < 4 for i in labelled["id"]]
    labelled["part"] = ["held back" if is_held else "tuning" for is_held in held]
    labelled["labelled_mechanism"] = labelled.pop("mechanism")
    return labelled.join(read_narratives(labelled))


def accuracy(read: pd.DataFrame) -> list[dict[str, object]]:
    """Rows of the accuracy table, with the Wilson interval of 95%."""
    rows = []
    for part, group in read.groupby("part"):
        right = group["mechanism"] == group["labelled_mechanism"]
        sure = group["confidence"] == "high"
        vendor = group["vendor_involved"] == group["vendor_incident"]
        for what, hits in (
            ("mechanism", right),
            ("mechanism, high-confidence labels", right[sure]),
            ("vendor involved", vendor),
        ):
            interval = binomtest(int(hits.sum()), len(hits)).proportion_ci(method="wilson")
            rows.append(
                {
                    "part": part,
                    "what": what,
                    "narratives": len(hits),
                    "correct": int(hits.sum()),
                    "accuracy": round(float(hits.mean()), 4),
                    "low": round(interval.low, 4),
                    "high": round(interval.high, 4),
                }
            )
    return rows


def confusion(read: pd.DataFrame) -> list[dict[str, object]]:
    """Rows of the confusion table of the held-back part: labelled, read, narratives."""
    held = read[read["part"] == "held back"]
    counts = held.groupby(["labelled_mechanism", "mechanism"]).size().reset_index(name="narratives")
    return counts.rename(
        columns={"labelled_mechanism": "labelled", "mechanism": "read_as"}
    ).to_dict("records")


def write(path: Path, rows: list[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    measured = read_labelled()
    write(ACCURACY, accuracy(measured))
    write(CONFUSION, confusion(measured))
