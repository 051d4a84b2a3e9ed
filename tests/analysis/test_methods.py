"""Methods: the accuracy that is published, and the words for a goal that is reached or missed."""

from analysis import methods
from analysis.captions import methods as captions
from analysis.filters import Filters


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
    assert found[["source", "coverage", "listing"]].values.tolist() == [
        ["saved file", "both views", "HIPAA"]
    ]


def test_linkage_is_published_as_it_was_measured():
    table = captions.linkage_table(methods.linkage_accuracy())
    assert table.iloc[0].tolist() == ["All pairs", "614", "439", "100%", "100%"]
