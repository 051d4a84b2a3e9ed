"""Pairs of rows from neighbouring exports, judged by reading, and how well linkage agrees.

`labelled_pairs.csv` holds no row of an export: a pair is the day and the fingerprint of a row of
each side, whether they are one report (`same`) or not (`different`), what makes the pair worth
judging (`kind`), whether it is hard, and whether it was used to set the rules (`tuned`) or judged
after they stood (`reserved`).

`python -m tests.etl.labelled_pairs` measures and writes data/reference/linkage_accuracy.csv.
"""

import hashlib
import re
from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from etl.fields import COLUMNS
from etl.linkage import link
from etl.normalise import normalise
from etl.reading import read_export
from tests.shared import EXPORTS

ROOT = Path(__file__).resolve().parents[2]
PAIRS = Path(__file__).with_suffix(".csv")
ACCURACY = ROOT / "data" / "reference" / "linkage_accuracy.csv"
_SAMPLE = ROOT / "data" / "sample"


def read_pairs() -> pd.DataFrame:
    return pd.read_csv(PAIRS, dtype=str)


@lru_cache
def read_snapshot(day: str) -> pd.DataFrame:
    """Typed rows of the export of a day, in the order of its files, with `fingerprint`."""
    files = sorted((EXPORTS / day).glob("*.csv")) or [_SAMPLE / f"breaches_{day}.csv"]
    parts = [
        normalise(read_export(file.read_bytes(), file.name).rows, date.fromisoformat(day)).rows
        for file in files
    ]
    rows = pd.concat(parts, ignore_index=True)[list(COLUMNS)]
    return rows.assign(fingerprint=fingerprints(rows, day))


def fingerprints(rows: pd.DataFrame, day: str) -> list[str]:
    """One for each row: a hash of what it states, the day, and its place among identical rows."""
    seen: dict[str, int] = {}
    found = []
    for row in rows[list(COLUMNS)].itertuples(index=False):
        content = "|".join([day, *map(_letters_and_digits, row)])
        seen[content] = seen.get(content, 0) + 1
        found.append(hashlib.sha256(f"{content}|{seen[content]}".encode()).hexdigest()[:16])
    return found


def _letters_and_digits(value: object) -> str:
    """What a repair of quotes or spaces does not change; sets in one order."""
    if pd.isna(value):
        return ""
    members = sorted(str(value).casefold().split(", "))
    return re.sub(r"[^a-z0-9,]", "", ",".join(members))[:300]


def judged() -> pd.DataFrame:
    """The pairs with what linkage says: `linked`, and `linked_elsewhere` (to a third row)."""
    pairs = read_pairs()
    parts = []
    for (known_day, new_day), group in pairs.groupby(["known_day", "new_day"]):
        known, new = read_snapshot(known_day), read_snapshot(new_day)
        links = link(known.assign(record=range(len(known))), new)
        partner = dict(
            zip(
                new["fingerprint"],
                links["record"].map(known["fingerprint"].to_dict()).fillna(""),
                strict=True,
            )
        )
        unknown = set(group["new"]) - set(new["fingerprint"])
        unknown |= set(group["known"]) - set(known["fingerprint"])
        if unknown:
            raise ValueError(f"{len(unknown)} rows of {known_day} or {new_day} are not found")
        found = group["new"].map(partner)
        parts.append(
            group.assign(
                linked=found == group["known"],
                linked_elsewhere=(found != group["known"]) & (found != ""),
            )
        )
    return pd.concat(parts)


def measure(pairs: pd.DataFrame) -> pd.DataFrame:
    """Precision and recall of linkage on all, the hard and the reserved pairs.

    A link to a third row, where the right partner is known, counts against both.
    """
    parts = {
        "all pairs": pairs,
        "hard pairs": pairs[pairs["hard"] == "yes"],
        "reserved pairs": pairs[pairs["part"] == "reserved"],
    }
    rows = []
    for what, part in parts.items():
        same = part["verdict"] == "same"
        right = (same & part["linked"]).sum()
        wrong = ((~same & part["linked"]) | (same & part["linked_elsewhere"])).sum()
        rows.append(
            {
                "what": what,
                "pairs": len(part),
                "same": int(same.sum()),
                "precision": round(right / (right + wrong), 4),
                "recall": round(right / same.sum(), 4),
            }
        )
    return pd.DataFrame(rows)


if __name__ == "__main__":
    measure(judged()).to_csv(ACCURACY, index=False)
