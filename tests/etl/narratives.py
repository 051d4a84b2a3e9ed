"""Measuring the reader of narratives: `python -m tests.etl.narratives` writes the tracked tables.

The first 160 labelled narratives are split by a hash of their number: rules were written on 60%
(tuning) and measured on the rest (held back). Those of `narrative_labels.csv`, drawn by chance from
the other narratives of July 2026 and labelled before anyone saw what the rules make of them, are
fresh: no rule was written on them. One reader knew no rule (fresh), one knew them in general
(fresh, rules known). The file holds labels and fingerprints, no text.
"""

import csv
import hashlib
import re
from pathlib import Path

import pandas as pd
from scipy.stats import binomtest

from etl import normalise
from etl.narrative import read_narratives
from tests.shared import SHARED, raw_newest

LABELLED = SHARED / "reference" / "narratives_labelled.csv"
FRESH = Path(__file__).parent / "narrative_labels.csv"
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


def fingerprint(text: str) -> str:
    """The first 16 digits of the SHA-256 of a narrative's words: the same however it was saved."""
    words = " ".join(re.findall(r"[a-z0-9]+", text.lower()))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def read_fresh() -> pd.DataFrame:
    """The same for the fresh labels, their narratives found in the export of July 2026."""
    found = {fingerprint(row["text"]): row for row in raw_newest()}
    fresh = pd.read_csv(FRESH)
    rows = [found[mark] for mark in fresh["fingerprint"]]
    fresh["web_description"] = [normalise.web_description(row["text"]) for row in rows]
    fresh["breach_type"] = [row["type"] for row in rows]
    fresh["labelled_mechanism"] = fresh.pop("mechanism")
    return fresh.join(read_narratives(fresh))


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
    """Rows of the confusion table of what no rule was written on: labelled, read, narratives."""
    unseen = read[read["part"] != "tuning"]
    counts = (
        unseen.groupby(["labelled_mechanism", "mechanism"]).size().reset_index(name="narratives")
    )
    return counts.rename(
        columns={"labelled_mechanism": "labelled", "mechanism": "read_as"}
    ).to_dict("records")


def write(path: Path, rows: list[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    measured = pd.concat([read_labelled(), read_fresh()], ignore_index=True)
    write(ACCURACY, accuracy(measured))
    write(CONFUSION, confusion(measured))
