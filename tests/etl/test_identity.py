"""Ids follow from what is stated, not from the order of loading; what was published resolves."""

import pandas as pd
import pytest

from etl.identity import breach_ids, published_after


def observed(*rows: tuple) -> pd.DataFrame:
    """Observations from (record, snapshot, name, state, individuals, submitted_on, type)."""
    columns = ["record", "snapshot_id", "entity_name", "state", "individuals_affected"]
    frame = pd.DataFrame(rows, columns=[*columns, "submitted_on", "breach_type"])
    return frame.assign(
        individuals_affected=frame["individuals_affected"].astype("Int64"),
        submitted_on=pd.to_datetime(frame["submitted_on"]),
        location="Email",
        file_name="export.csv",
        line_number=range(2, len(frame) + 2),
    )


def resolved(observations: pd.DataFrame, published: pd.DataFrame | None = None) -> dict[str, int]:
    """Which record each id and each alias leads to."""
    ids, aliases = breach_ids(observations, published)
    record = {breach_id: number for number, breach_id in ids.items()}
    assert len(record) == len(ids), "two records have one id"
    return record | {a: record[i] for a, i in aliases.itertuples(index=False, name=None)}


def test_id_is_year_name_and_state():
    ids, aliases = breach_ids(
        observed(
            (0, "s1", "Anthem, Inc.", "IN", 78_800_000, "2015-03-13", "Hacking/IT Incident"),
            (1, "s1", "Clínica “Ñ” & Söhne", None, None, "2011-01-02", "Theft"),
            (2, "s1", "=<>", "TX", 500, "2012-01-02", "Theft"),
        )
    )
    assert ids.to_dict() == {
        0: "2015-anthem-inc-in",
        1: "2011-clinica-n-sohne",
        2: "2012-unnamed-tx",
    }
    assert aliases.empty


def test_older_names_and_years_stay_aliases():
    ids, aliases = breach_ids(
        observed(
            (0, "s1", "Anthem Affiliated", "IN", 78_800_000, "2015-03-13", "Theft"),
            (0, "s2", "Anthem Inc.", "IN", 78_800_000, "2014-12-31", "Theft"),
        )
    )
    assert ids.to_dict() == {0: "2014-anthem-inc-in"}
    assert aliases.to_numpy().tolist() == [["2015-anthem-affiliated-in", "2014-anthem-inc-in"]]


def test_reports_that_share_a_slug_all_get_a_longer_one():
    same_day = ("s1", "Humana", "KY")
    ids, aliases = breach_ids(
        observed(
            (0, *same_day, 1447, "2019-02-27", "Theft"),
            (1, *same_day, 900, "2019-05-01", "Theft"),
            (2, *same_day, 901, "2019-05-01", "Theft"),
            (3, *same_day, 700, "2019-06-01", "Theft"),
            (4, *same_day, 700, "2019-06-01", "Theft"),
            (5, *same_day, None, "2019-06-01", "Theft"),
        )
    )
    assert ids.to_list() == [
        "2019-humana-ky-0227",
        "2019-humana-ky-0501-900",
        "2019-humana-ky-0501-901",
        "2019-humana-ky-0601-700-1",
        "2019-humana-ky-0601-700-2",
        "2019-humana-ky-0601-unstated",
    ]
    assert dict(aliases.itertuples(index=False))["2019-humana-ky"] == "2019-humana-ky-0227"


def test_ids_do_not_depend_on_row_order_within_a_snapshot():
    rows = [
        (0, "s1", "Humana", "KY", 900, "2019-05-01", "Theft"),
        (1, "s1", "Humana", "KY", 900, "2019-05-01", "Loss"),
        (2, "s1", "Humana", "KY", 901, "2019-05-01", "Loss"),
    ]
    forward, backward = (breach_ids(observed(*r))[0] for r in (rows, rows[::-1]))
    assert forward.to_dict() == backward.to_dict()


def test_id_published_before_a_collision_leads_to_its_report_after_it():
    first = (7, "s1", "Humana", "KY", 1447, "2019-02-27", "Theft")
    later = (8, "s2", "Humana", "KY", 9000, "2019-01-05", "Theft")
    before = resolved(observed(first))
    after = resolved(observed(first, (7, "s2", *first[2:]), later))
    assert before == {"2019-humana-ky": 7}
    assert after["2019-humana-ky"] == 7
    assert {after["2019-humana-ky-0227"], after["2019-humana-ky-0105"]} == {7, 8}


def test_revised_count_and_moved_day_keep_the_longer_ids_resolving():
    others = [(9, s, "Humana", "KY", 5, "2019-02-27", "Theft") for s in ("s1", "s2")]
    snapshot_1 = [(7, "s1", "Humana", "KY", 500, "2019-02-27", "Theft"), others[0]]
    snapshot_2 = [(7, "s2", "Humana", "KY", 80_000, "2019-03-01", "Theft"), others[1]]
    before = resolved(observed(*snapshot_1))
    after = resolved(observed(*snapshot_1, *snapshot_2))
    assert before["2019-humana-ky-0227-500"] == after["2019-humana-ky-0227-500"] == 7
    assert after["2019-humana-ky-0301"] == 7


def test_older_snapshot_loaded_later_does_not_take_a_published_id():
    newer = [(0, "s2", "Humana", "KY", 900, "2019-05-01", "Theft")]
    at_first = observed(*newer)
    published = published_after(at_first, *breach_ids(at_first))
    # The older snapshot shows another report, since gone, that had the same slug before.
    older = [(5, "s1", "Humana", "KY", 33, "2019-04-01", "Loss")]
    both = observed(*newer, *older).iloc[::-1].reset_index(drop=True)
    assert resolved(both)["2019-humana-ky"] == 5
    assert resolved(both, published)["2019-humana-ky"] == 0
    assert breach_ids(both)[0].equals(breach_ids(both, published)[0]), "ids follow from the rows"


def test_published_register_grows_and_forgets_nothing():
    first = observed((0, "s1", "Humana", "KY", 900, "2019-05-01", "Theft"))
    register = published_after(first, *breach_ids(first))
    assert register.to_dict("records") == [
        {
            "breach_id": "2019-humana-ky",
            "snapshot_id": "s1",
            "file_name": "export.csv",
            "line_number": 2,
        }
    ]
    renamed = observed(
        (0, "s1", "Humana", "KY", 900, "2019-05-01", "Theft"),
        (0, "s2", "Humana Health", "KY", 900, "2019-05-01", "Theft"),
    )
    grown = published_after(renamed, *breach_ids(renamed, register), register)
    assert grown["breach_id"].to_list() == ["2019-humana-health-ky", "2019-humana-ky"]
    assert grown[grown["breach_id"] == "2019-humana-ky"].equals(register.set_axis([1], axis=0)), (
        "an entry stays as it was"
    )


def test_register_entry_of_a_removed_snapshot_is_ignored():
    rows = observed((0, "s1", "Humana", "KY", 900, "2019-05-01", "Theft"))
    gone = published_after(rows, *breach_ids(rows)).assign(snapshot_id="removed")
    assert resolved(rows, gone) == {"2019-humana-ky": 0}


def test_name_that_looks_like_another_reports_id_gets_its_own():
    rows = observed(
        (0, "s1", "Humana", None, 900, "2019-05-01", "Theft"),
        (1, "s1", "Humana", None, 901, "2019-06-01", "Theft"),
        (2, "s1", "Humana 0501", None, 902, "2019-07-01", "Theft"),
    )
    assert set(resolved(rows).values()) == {0, 1, 2}


@pytest.mark.parametrize("count", [1, 4])
def test_long_names_are_cut_at_a_word(count: int):
    name = " ".join(["University of Somewhere Hospital"] * count)
    (breach_id,) = breach_ids(observed((0, "s1", name, "OH", 1, "2020-01-01", "Loss")))[0]
    assert len(breach_id) <= len("2020-") + 60 + len("-oh")
    assert breach_id.removesuffix("-oh").rsplit("-", 1)[1] in {"university", "hospital", "of"}
