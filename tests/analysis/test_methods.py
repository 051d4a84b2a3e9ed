"""Methods: the accuracy that is published, and the words for a goal that is reached or missed."""

import pandas as pd

from analysis import methods
from analysis.captions import methods as captions
from analysis.filters import Filters
from analysis.provenance import provenance


def test_only_narratives_no_rule_was_written_on_count():
    found = methods.narrative_accuracy()
    assert set(found["part"]) == set(captions.PARTS)
    assert (found["correct"] / found["narratives"] - found["accuracy"]).abs().max() < 0.0001
    assert found["goal"].notna().all()
    assert found["narratives"].groupby(found["part"]).max().sum() == (
        methods.narrative_confusion().drop(columns="labelled").to_numpy().sum()
    )


def test_a_missed_goal_is_said():
    found = methods.narrative_accuracy()
    assert captions.narratives(found.assign(goal=0.5)).endswith("every goal is reached.")
    worse = found.assign(accuracy=[0.5, *found["accuracy"][1:]], goal=[0.85, *[0.1] * 8])
    question = captions.QUESTIONS[found["what"][0]].lower()
    assert captions.narratives(worse).endswith(
        f"a goal is missed ({question}, 50% instead of 85%)."
    )


def test_the_table_holds_every_question_with_its_interval():
    table = captions.narrative_table(methods.narrative_accuracy())
    assert table["Question"].tolist() == list(captions.QUESTIONS.values())
    assert table["Goal"].tolist() == ["85%", "92%", "92%"]
    assert table[captions.PARTS["fresh"]].str.fullmatch(r"\d+% of \d+ \(\d+% to \d+%\)").all()


def test_codes_are_said_in_words(small_db):
    found = captions.snapshot_table(methods.snapshots(small_db, Filters()))
    assert found.values.tolist() == [["1 May 2016", "saved file", "HIPAA", "both views", "0", "7"]]


def test_linkage_is_published_as_it_was_measured():
    table = captions.linkage_table(methods.linkage_accuracy())
    assert table.iloc[0].tolist() == ["All pairs", "614", "439", "100%", "100%", "99%"]


def test_a_missed_goal_of_linkage_is_said():
    found = methods.linkage_accuracy()
    assert "every goal is reached" in captions.linkage(found)
    worse = found.assign(recall=[0.9, 1.0, 1.0])
    assert "a goal is missed (all pairs)" in captions.linkage(worse)


def test_intervals_that_begin_below_the_goal_are_said():
    found = methods.narrative_accuracy()
    doubtful = found.assign(accuracy=0.95, low=0.8, goal=0.85)
    assert captions.narratives(doubtful).endswith(
        "every goal is reached, though some intervals begin below theirs."
    )


def test_what_was_read_instead():
    confusion = pd.DataFrame(
        {"labelled": ["ransomware", "unclear"], "ransomware": [3, 1], "unclear": [2, 9]}
    )
    assert captions.confusion_table(confusion).values.tolist() == [
        ["Unclear", "10", "9", "ransomware 1"],
        ["Ransomware", "5", "3", "unclear 2"],
    ]


def test_figures_that_differ_without_a_reason_are_listed():
    days = pd.to_datetime(["2013-01-01", "2010-01-01", "2010-01-01"])
    figures = pd.DataFrame(
        {
            "verdict": ["differs", "differs", "agrees"],
            "source": ["A", "B", "C"],
            "definition": "Reports.",
            "measure": ["reports", "median", "reports"],
            "from_on": days,
            "to_on": pd.to_datetime(["2013-12-31", "2012-12-31", "2010-12-31"]),
            "published": [262.0, 5_000_000.0, 1.0],
            "computed": [274.0, 4_000_000.0, 1.0],
            "difference": [274 / 262 - 1, -0.2, 0.0],
        }
    )
    assert captions.unexplained(figures).values.tolist() == [
        ["A", "Reports. 2013: reports", "262", "274", "4.6% more"],
        ["B", "Reports. 2010 to 2012: median", "5 million", "4 million", "20% fewer"],
    ]
    assert captions.unexplained(figures.tail(1)).empty


def test_the_citation_names_day_version_and_address(small_db):
    cited = (provenance(small_db, Filters()), "abc", "http://x/methods")
    assert captions.citation(*cited) == (
        "US Department of Health and Human Services, Office for Civil Rights: Breach Portal. "
        "7 reports as of 1 May 2016, by Breach Atlas, data version abc. http://x/methods"
    )
    assert captions.bibtex(*cited).splitlines()[0] == "@misc{hhs_ocr_breaches_2016_05_01,"
    assert "  note = {As of 1 May 2016; by Breach Atlas, data version abc}," in captions.bibtex(
        *cited
    )
