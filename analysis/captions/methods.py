"""Words of the methods page. Definitions are text; every figure in them is computed."""

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import counted, day, share
from analysis.provenance import Provenance
from analysis.verification import AGREES, DIFFERS, EXPLAINED, NOT_COMPARABLE

DEFINITIONS = {
    "Report": "One notice to HHS of a breach of unsecured health information that affected 500 or "
    "more individuals. One event can be several reports: a vendor’s and those of its clients.",
    "Individuals affected": "As the filer reported, summed over reports. A person can be counted "
    "in several reports; sums are never unique people.",
    "Date": "The day the first version of the report was submitted, not the day of the breach or "
    "of its discovery, which HHS does not publish.",
    "State": "The state of the organisation that filed. Some territories are not named.",
    "Entity type": "Who filed. A business associate that files for its clients stands as Business "
    "Associate; whether one was involved at all is a field of its own.",
    "Type and location": "Sets, as filed: a filter means any of them, and a count by type counts "
    "a report once in each of its types.",
    "What happened": "Read by rules from OCR’s narrative, which exists for closed cases only: "
    "shares are shares of narrated reports.",
    "Snapshot": "The export of one day. Each is kept, so that any figure can be shown as of any "
    "day that was loaded, and every revision is visible.",
    "Placeholder": "A count of 500 or 501, which filers often give while they do not know the "
    "number.",
}
CAVEATS = (
    "The year under way is compared with the same days of the year before, never projected.",
    "OCR’s guidance of January 2015 moved some thefts to hacking.",
    "Reports keep arriving under old dates, and counts are revised in both directions.",
    "Community Health Systems stands twice in exports from 2020 on, for one event.",
    "Intervals describe reports as if they came independently; they come in bursts, so the "
    "intervals are too narrow as forecasts.",
)


def lead(data: Provenance, snapshots: pd.DataFrame) -> str:
    """What is loaded, in one sentence."""
    refused = int(snapshots["rejected_count"].sum())
    return (
        f"{counted(data.reports, 'report')} as of {day(data.as_of)}, from "
        f"{counted(len(snapshots), 'loaded export')}; {counted(refused, 'row')} refused, and every "
        "other row of every file is in the database."
    )


PARTS = {
    "held back": "Held back from the first labels",
    "fresh": "Labelled afresh, knowing no rule",
    "fresh, rules known": "Labelled afresh, knowing the rules",
}
QUESTIONS = {
    "mechanism": "What happened",
    "mechanism, high-confidence labels": "What happened, where the label is sure",
    "vendor involved": "Whether a vendor was involved",
}


def narratives(accuracy: pd.DataFrame) -> str:
    """Whether narratives are read as well as they should be."""
    missed = accuracy[accuracy["accuracy"] < accuracy["goal"]]
    number = int(accuracy.groupby("part")["narratives"].max().sum())
    text = (
        f"Rules read what happened from OCR’s narratives. {number} labelled narratives, on none of "
        "which a rule was written, say how well:"
    )
    if missed.empty:
        return f"{text} every goal is reached."
    named = "; ".join(
        f"{QUESTIONS[row.what].lower()}, {share(row.accuracy)} instead of {share(row.goal)}"
        for row in missed.itertuples()
    )
    return f"{text} a goal is missed ({named})."


def narrative_table(accuracy: pd.DataFrame) -> pd.DataFrame:
    """One row is one question; one column a part of the labels: right answers, of how many, with
    their 95% interval; and the goal. All as words."""
    rows = []
    for what, question in QUESTIONS.items():
        of_question = accuracy[accuracy["what"] == what].set_index("part")
        row = {"Question": question}
        for part, label in PARTS.items():
            found = of_question.loc[part]
            row[label] = (
                f"{share(found['accuracy'])} of {int(found['narratives'])} "
                f"({share(found['low'])} to {share(found['high'])})"
            )
        rows.append(row | {"Goal": share(of_question["goal"].iloc[0])})
    return pd.DataFrame(rows)


_SOURCES = {"file": "saved file", "portal": "portal", "sample": "bundled sample"}
_COVERAGE = {
    "both": "both views",
    "under_investigation": "under investigation",
    "archive": "archive",
}
_LISTINGS = {"hipaa": "HIPAA", "part2": "42 CFR Part 2"}


def snapshot_table(snapshots: pd.DataFrame) -> pd.DataFrame:
    """One row is one loaded export, its codes as words."""
    return snapshots.assign(
        source=snapshots["source"].map(_SOURCES).fillna(snapshots["source"]),
        coverage=snapshots["coverage"].map(_COVERAGE).fillna(snapshots["coverage"]),
        listing=snapshots["listing"].map(_LISTINGS).fillna(snapshots["listing"]),
    )


def linkage_table(accuracy: pd.DataFrame) -> pd.DataFrame:
    """One row is one set of pairs that were judged by reading: how many, how many of them are of
    one report, precision and recall of the rules. All as words."""
    return pd.DataFrame(
        {
            "Pairs": accuracy["what"].str.capitalize(),
            "Judged": [f"{number:,}" for number in accuracy["pairs"]],
            "Of one report": [f"{number:,}" for number in accuracy["same"]],
            "Precision": [share(value) for value in accuracy["precision"]],
            "Recall": [share(value) for value in accuracy["recall"]],
        }
    )


def reconciliation(figures: pd.DataFrame, data: Provenance) -> Caption:
    """How many published figures are found again."""
    counts = figures["verdict"].value_counts()
    agree, explained, differ = (int(counts.get(v, 0)) for v in (AGREES, EXPLAINED, DIFFERS))
    compared = agree + explained + differ
    title = (
        f"{agree} of {compared} published figures are found again, {explained} differ for a known "
        f"reason, {differ} without one"
        if compared
        else "No published figure can be compared with what is loaded"
    )
    return Caption(
        title=title,
        subtitle="Computed over published, each by the snapshot nearest in time to its source",
        alt=f"{title}. One point a figure around the line of agreement.",
        note=f"{int(counts.get(NOT_COMPARABLE, 0))} more are not comparable, most of them because "
        "they count by the year in which the breach happened.",
    )


def citation(data: Provenance) -> str:
    """How to cite the data."""
    return (
        "US Department of Health and Human Services, Office for Civil Rights: Breach Portal. "
        f"Data as of {day(data.as_of)}, by Breach Atlas."
    )
