"""Words of the methods page. Definitions are text; every figure in them is computed."""

import pandas as pd

from analysis.captions import Caption
from analysis.captions.words import counted, dated, day, number, sentence, share
from analysis.provenance import Provenance
from analysis.verification import AGREES, DIFFERS, EXPLAINED, NOT_COMPARABLE
from analysis.vocabulary import MECHANISMS

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
    labelled = int(accuracy.groupby("part")["narratives"].max().sum())
    text = (
        f"Rules read what happened from OCR’s narratives. {labelled} labelled narratives, on none "
        "of which a rule was written, say how well:"
    )
    if missed.empty:
        is_sure = (accuracy["low"] >= accuracy["goal"]).all()
        doubt = "" if is_sure else ", though some intervals begin below theirs"
        return f"{text} every goal is reached{doubt}."
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


def confusion_table(confusion: pd.DataFrame) -> pd.DataFrame:
    """One row is one label: on how many narratives, how many were read so, and what the others were
    read as instead. All as words, the most frequent label first."""
    rows = []
    for found in confusion.to_dict("records"):
        label = found.pop("labelled")
        wrong = {read: count for read, count in found.items() if count and read != label}
        rows.append(
            {
                "Labelled": MECHANISMS[label],
                "Narratives": sum(found.values()),
                "Read so": str(found.get(label, 0)),
                "Read instead": ", ".join(
                    f"{MECHANISMS[read].lower()} {count}"
                    for read, count in sorted(wrong.items(), key=lambda one: -one[1])
                ),
            }
        )
    table = pd.DataFrame(rows).sort_values("Narratives", ascending=False, ignore_index=True)
    return table.astype({"Narratives": "str"})


_SOURCES = {"file": "saved file", "portal": "portal", "sample": "bundled sample"}
_COVERAGE = {
    "both": "both views",
    "under_investigation": "under investigation",
    "archive": "archive",
}
_LISTINGS = {"hipaa": "HIPAA", "part2": "42 CFR Part 2"}


def snapshot_table(snapshots: pd.DataFrame) -> pd.DataFrame:
    """One row is one loaded export, newest first. All as words."""
    return pd.DataFrame(
        {
            "Day": [day(row) for row in snapshots["retrieved_on"]],
            "From": snapshots["source"].map(_SOURCES),
            "Listing": snapshots["listing"].map(_LISTINGS),
            "Holds": snapshots["coverage"].map(_COVERAGE),
            "Rows refused": [f"{count:,}" for count in snapshots["rejected_count"]],
            "Rows": [f"{count:,}" for count in snapshots["row_count"]],
        }
    )


def linkage(accuracy: pd.DataFrame) -> str:
    """Whether linkage reaches its goals."""
    worst = accuracy[["precision", "recall"]].min(axis=1)
    missed = accuracy[worst < accuracy["goal"]]
    text = (
        "HHS gives reports no number. Rules compare name, state, date and what else agrees; what "
        "could be one of several stays apart. On pairs of rows that were judged by reading "
    )
    if missed.empty:
        text += "every goal is reached"
    else:
        text += f"a goal is missed ({'; '.join(missed['what'])})"
    return (
        f"{text}; but most pairs of one report were proposed by the rules before they were read, "
        "so what the rules never propose is hardly among them."
    )


def linkage_table(accuracy: pd.DataFrame) -> pd.DataFrame:
    """One row is one set of pairs that were judged by reading: how many, how many of them are of
    one report, precision and recall of the rules, the goal of both. All as words."""
    return pd.DataFrame(
        {
            "Pairs": accuracy["what"].str.capitalize(),
            "Judged": [f"{count:,}" for count in accuracy["pairs"]],
            "Of one report": [f"{count:,}" for count in accuracy["same"]],
            "Precision": [share(value) for value in accuracy["precision"]],
            "Recall": [share(value) for value in accuracy["recall"]],
            "Goal": [share(value) for value in accuracy["goal"]],
        }
    )


def rules_table(links: pd.DataFrame) -> pd.DataFrame:
    """One row is one rule of linkage and the rows it recognised. All as words."""
    return pd.DataFrame(
        {
            "Rule": [sentence(rule) for rule in links["rule"]],
            "Rows": [f"{count:,}" for count in links["rows_linked"]],
        }
    )


def unexplained(figures: pd.DataFrame) -> pd.DataFrame:
    """One row is one published figure that differs without a known reason. All as words."""
    rows = figures[figures["verdict"] == DIFFERS]
    return pd.DataFrame(
        {
            "Source": rows["source"],
            "What it counts": [
                f"{row.definition} {_period(row)}: {row.measure.replace('_', ' ')}"
                for row in rows.itertuples()
            ],
            "Published": [number(row) for row in rows["published"]],
            "Computed": [number(row) for row in rows["computed"]],
            "Difference": [
                f"{share(abs(row))} {'more' if row > 0 else 'fewer'}" for row in rows["difference"]
            ],
        }
    )


def _period(row) -> str:
    first, last = row.from_on.year, row.to_on.year
    return str(last) if first == last else f"{first} to {last}"


def reconciliation(figures: pd.DataFrame) -> Caption:
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
        subtitle="Computed over published, on a log scale; one dot a figure, by the snapshot "
        "nearest in time to its source, whatever the filters",
        alt=f"{title}. One dot a figure around the line of agreement.",
        note=f"{int(counts.get(NOT_COMPARABLE, 0))} more are not comparable, most of them because "
        "they count by the year in which the breach happened.",
    )


def citation(data: Provenance, version: str, address: str) -> str:
    """How to cite the data in a footnote."""
    return (
        "US Department of Health and Human Services, Office for Civil Rights: Breach Portal. "
        f"{counted(data.reports, 'report')} {dated(data)}, by Breach Atlas, data version {version}."
        f" {address}"
    )


def bibtex(data: Provenance, version: str, address: str) -> str:
    """How to cite the data in a bibliography."""
    return f"""@misc{{hhs_ocr_breaches_{data.as_of:%Y_%m_%d},
  author = {{{{US Department of Health and Human Services, Office for Civil Rights}}}},
  title = {{Breach Portal}},
  year = {{{data.as_of.year}}},
  note = {{{sentence(dated(data))}; by Breach Atlas, data version {version}}},
  url = {{{address}}}
}}"""
