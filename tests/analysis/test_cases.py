"""Place, claims and counts of cases: by hand on invented reports, by other means on the exports."""

from datetime import date

import pytest

from analysis import cases, courses
from analysis.captions import cases as captions
from analysis.captions import courses as course_captions
from analysis.captions import placing as placing_captions
from analysis.claims import Finding, checked_claims, last_day_of
from analysis.database import Database
from analysis.filters import Filters
from analysis.placing import Known, known_then, placing
from analysis.provenance import provenance
from analysis.subjects import DEFAULT_CASE, case_list, reports_by_words, subject
from tests.analysis.two_snapshots import FIRST, GREW, SECOND, two_snapshots
from tests.shared import needs_exports, raw_newest

TODAY = date(2016, 5, 1)
EVERYTHING = Filters()


def placed(db: Database, key: str, day: date, filters: Filters = EVERYTHING):
    of = subject(db, Filters(as_of=filters.as_of), key=key)
    then = known_then(db, Filters(), subject=of, as_of_day=day)
    return of, placing(db, filters, subject=of, as_of_day=day, then=then)


def test_a_case_that_is_not_in_the_data_is_placed_by_its_file(small_db):
    ehn, found = placed(small_db, DEFAULT_CASE, TODAY)
    assert (ehn.is_in_data, ehn.individuals_affected, ehn.state) == (False, 11_100, "TX")
    columns = ["frame", "rank", "reports", "smaller_share", "rank_then", "reports_then"]
    assert found.frames[columns].round(3).values.tolist() == [
        ["all", 3, 7, 0.667, 3, 5],
        ["year", 2, 3, 0.5, 2, 3],
        ["state", 2, 5, 0.75, 2, 3],
        ["entity_type", 2, 5, 0.75, 2, 3],
        ["breach_type", 2, 4, 0.667, 2, 2],
    ]
    assert found.then == Known(ehn, TODAY, date(2015, 12, 31))
    assert found.frames["sizes"].iloc[1] == [500, 78_000_000]
    assert captions.not_in_data(ehn, provenance(small_db, Filters())) == (
        "The loaded data do not hold the report of EHN: they are of 1 May 2016. The count of the "
        "export of 1 July 2026, 11,100, is placed among the loaded reports."
    )


def test_a_report_without_a_count_has_no_place(small_db):
    nameless = subject(small_db, Filters(), key="2016-elm-script-alert-1-script-ny")
    assert nameless is not None
    assert placing(small_db, Filters(), subject=nameless, as_of_day=TODAY, then=None) is None
    assert "states no count" in captions.without_count(nameless)


def test_the_filters_narrow_the_others_but_never_drop_the_one(small_db):
    filters = Filters(state=("NY",), entity_type=("Health Plan",))
    of, found = placed(small_db, "2016-fir-hospital-tx", TODAY, filters)
    assert found.frames[["frame", "rank", "reports"]].values.tolist() == [
        [frame, 1, 1] for frame in ("all", "year", "state", "entity_type", "breach_type")
    ]
    drawn = placing_captions.strips(found, of)
    caption = placing_captions.comparison(found, drawn, of, filters, provenance(small_db, filters))
    assert caption.title == "Fir Hospital: the only report of 2016, the largest of all 1"
    assert "Fewer than ten reports: all, same year" in caption.note
    assert "among the reports that pass the filters" in caption.note


def test_what_was_known_then_has_the_count_of_then(tmp_path):
    db = Database(two_snapshots(tmp_path).database)
    alder, found = placed(db, GREW, SECOND)
    assert found.then.subject.individuals_affected == 1200
    assert (found.then.seen_on, found.then.until) == (FIRST, date(2014, 12, 31))
    year = found.frames.set_index("frame").loc["year"]
    assert [year["rank"], year["reports"], year["rank_then"], year["reports_then"]] == [1, 1, 2, 2]
    drawn = placing_captions.strips(found, alder)
    assert drawn[["label", "said", "said_then"]].values.tolist()[:2] == [
        ["All reports", "2nd of 5, larger than 75%", "then 2nd of 2, none smaller"],
        ["Filed in 2014", "the only one", "then 2nd of 2, none smaller"],
    ]
    caption = placing_captions.comparison(found, drawn, alder, Filters(), provenance(db, Filters()))
    assert caption.title == (
        "Alder Clinic: the only report of 2014, 2nd of all 5. "
        "With the 1,200 known then it was 2nd of 2"
    )


def test_claims_of_a_case_outside_the_data(small_db):
    anthem = subject(small_db, Filters(), key="anthem-2015")
    about, largest = checked_claims(small_db, Filters(), subject=anthem, as_of_day=TODAY)
    assert (about.text, about.then.holds, about.now.holds) == (
        "some 80 million records",
        True,
        True,
    )
    assert largest.now == Finding(
        True, "filed", TODAY, TODAY, 78_800_000, 1, 7, "Dogwood, Inc.", 78_000_000
    )
    assert captions.evidence(about, about.now) == (
        "The report says 78,800,000: 1.5% fewer than 80,000,000."
    )
    assert captions.basis(about, about.now).startswith("By the count of the case file")


def test_a_place_claimed_after_the_data_end_is_not_judged(sample_workspace):
    db = Database(sample_workspace.database)
    conduent = subject(db, Filters(), key="conduent-2025")
    (claim,) = checked_claims(db, Filters(), subject=conduent, as_of_day=date(2015, 2, 26))
    assert (claim.then.holds, claim.now.holds) == (None, None)
    assert captions.verdict(claim.then, "when written") == "Cannot be told, when written"
    assert "The loaded data end on 26 February 2015" in captions.basis(claim, claim.then)


def test_events_and_counts_of_a_past_day_end_there(small_db):
    past = Filters(as_of=date(2015, 9, 1))
    assert courses.events(small_db, past, slug=DEFAULT_CASE)["label"].tolist() == [
        "Earliest access that EHN considers possible",
        "Strange activity noticed on a server",
    ]
    ehn = subject(small_db, Filters(), key=DEFAULT_CASE)
    assert cases.counts(small_db, past, subject=ehn).empty
    every = cases.counts(small_db, Filters(), subject=ehn)
    assert every["individuals"].tolist() == [11_200, 11_100]
    assert [captions.against_the_record(share) for share in every["difference_share"]] == [
        "0.9% more",
        "as filed",
    ]


def ran(db: Database, key: str, filters: Filters = EVERYTHING) -> courses.Course:
    of = subject(db, filters, key=key)
    return courses.course(db, filters, subject=of)


def test_the_timeline_says_how_long_it_took(small_db):
    ehn = ran(small_db, DEFAULT_CASE)
    caption = course_captions.timeline([ehn])
    assert caption.title == (
        "EHN: about 3.6 years from intrusion to discovery; 59 days from discovery to the report "
        "to HHS"
    )
    assert caption.note.endswith("discovery EHN took 59.")
    columns = ["from_day", "to_day", "phase"]
    assert ehn.events[columns].values.tolist()[:2] == [
        [0, 365, "intrusion"],
        [1325, 1325, "discovery"],
    ]
    assert course_captions.events([ehn])["said"].tolist()[:2] == [
        "<b>2012</b>",
        "<b>18 August 2015</b>",
    ]
    assert course_captions.ticks([ehn]) == [
        (0, "2012"),
        (366, "2013"),
        (731, "2014"),
        (1096, "2015"),
    ]


def test_a_past_day_knows_no_later_event(small_db):
    past = ran(small_db, DEFAULT_CASE, Filters(as_of=date(2013, 9, 1)))
    caption = course_captions.timeline([past])
    assert (caption.title, caption.note) == ("EHN: what happened when", "")


def test_two_cases_share_a_scale_of_days_since_each_began(small_db):
    pair = [ran(small_db, "anthem-2015"), ran(small_db, "premera-blue-cross-2015")]
    caption = course_captions.timeline(pair)
    assert caption.title == (
        "Anthem went unnoticed for 11 months, Premera for 9 months; Anthem told HHS 15 days after "
        "discovery, Premera 47 days after"
    )
    began = {one.name: one.began_on for one in pair}
    assert began == {"Anthem": date(2014, 2, 18), "Premera": date(2014, 5, 5)}
    drawn = course_captions.events(pair)
    discovered = drawn[drawn["label"].str.contains("discovered")]
    assert discovered[["name", "from_day", "said"]].values.tolist() == [
        ["Anthem", (date(2015, 1, 29) - began["Anthem"]).days, "<b>Day 345</b> · 29 Jan 2015"],
        ["Premera", (date(2015, 1, 29) - began["Premera"]).days, "<b>Day 269</b> · 29 Jan 2015"],
    ]
    bars = course_captions.stretches(pair).set_index(["name", "phase"])
    assert bars.loc[("Premera", "discovery")].tolist() == [269, 316]
    assert course_captions.heads(pair)["Anthem"] == (
        "Unnoticed for 11 months, reported 15 days after discovery, last settlement 5.6 years later"
    )
    assert course_captions.ticks(pair) == [
        (0, "start"),
        (730, "2 years"),
        (1461, "4 years"),
        (2192, "6 years"),
    ]
    table = course_captions.table(pair)
    assert len(table) == len(drawn)
    assert table["days_since_beginning"].tolist() == drawn["from_day"].tolist()


def test_a_case_whose_intrusion_has_no_date_says_where_day_0_is(small_db):
    kaiser = ran(small_db, "kaiser-2024")
    caption = course_captions.timeline([kaiser])
    assert "is not known: its first known day counts" in caption.note
    assert course_captions.stretches([kaiser]).empty


def test_a_report_that_is_no_case_has_no_course(small_db):
    of = subject(small_db, Filters(), key="2016-fir-hospital-tx")
    assert courses.course(small_db, Filters(), subject=of) is None


@pytest.mark.parametrize(
    ("day", "precision", "last"),
    [
        (date(2015, 10, 1), "month", date(2015, 10, 31)),
        (date(2012, 1, 1), "year", date(2012, 12, 31)),
        (date(2015, 10, 16), "day", date(2015, 10, 16)),
    ],
)
def test_the_last_day_that_a_date_can_mean(day, precision, last):
    assert last_day_of(day, precision) == last


def test_a_search_puts_names_first_and_reads_no_pattern(small_db):
    found = reports_by_words(small_db, Filters(), words="hospital")
    assert found["breach_id"].tolist() == ["2016-fir-hospital-tx"]
    assert reports_by_words(small_db, Filters(), words="100%").empty
    assert subject(small_db, Filters(), key="nobody") is None


def test_every_case_speaks(small_db):
    listed = case_list(small_db, Filters())
    assert len(listed) >= 14
    for slug in listed["slug"]:
        of, found = placed(small_db, slug, TODAY)
        drawn = placing_captions.strips(found, of)
        data = provenance(small_db, Filters())
        assert of.name in placing_captions.comparison(found, drawn, of, Filters(), data).title
        ran = courses.course(small_db, Filters(), subject=of)
        assert of.name in course_captions.timeline([ran]).title
        assert set(ran.events["phase"]) <= set(courses.PHASES.values())
        assert (ran.events["from_day"] >= 0).all()
        assert ran.events["from_day"].is_monotonic_increasing


@needs_exports
def test_ehn_is_48th_of_270_in_the_raw_files(newest_db):
    _, found = placed(newest_db, DEFAULT_CASE, date(2026, 7, 1))
    raw = [(row, int(row["count"])) for row in raw_newest()]
    others = {
        "all": lambda row: True,
        "year": lambda row: row["date"].endswith("2015"),
        "state": lambda row: row["state"] == "TX",
        "entity_type": lambda row: row["entity"] == "Healthcare Provider",
        "breach_type": lambda row: "Hacking/IT Incident" in row["type"],
    }
    expected = {}
    for frame, belongs in others.items():
        sizes = [size for row, size in raw if belongs(row)]
        smaller = sum(size < 11_100 for size in sizes) / (len(sizes) - 1)
        expected[frame] = [1 + sum(size > 11_100 for size in sizes), len(sizes), smaller]
    assert expected["year"][:2] == [48, 270]
    rows = found.frames.set_index("frame")[["rank", "reports", "smaller_share"]]
    assert {frame: row.tolist() for frame, row in rows.iterrows()} == expected


@needs_exports
def test_anthem_was_the_largest_and_is_not(history_db):
    anthem = subject(history_db, Filters(), key="anthem-2015")
    _, largest = checked_claims(history_db, Filters(), subject=anthem, as_of_day=date(2026, 7, 1))
    assert (largest.then.holds, largest.then.basis) == (True, "submission")
    assert (largest.then.seen_on, largest.then.until) == (date(2016, 4, 1), date(2015, 10, 31))
    assert largest.then.largest_entity_name == "Premera Blue Cross"
    assert (largest.now.holds, largest.now.rank) == (False, 2)
    assert largest.now.largest_individuals == 192_700_000
    assert "Change Healthcare, Inc. with 192,700,000" in captions.evidence(largest, largest.now)
    past = Filters(as_of=date(2024, 10, 8))
    before = subject(history_db, past, key="anthem-2015")
    _, largest = checked_claims(history_db, past, subject=before, as_of_day=past.as_of)
    assert largest.now.holds is True


@needs_exports
def test_change_healthcare_was_500(history_db):
    _, found = placed(history_db, "change-healthcare-2024", date(2026, 7, 1))
    year = found.frames.set_index("frame").loc["year"]
    assert (year["rank"], year["individuals"], year["individuals_then"]) == (1, 192_700_000, 500)
    past = Filters(as_of=date(2024, 10, 8))
    of, _ = placed(history_db, "change-healthcare-2024", past.as_of, past)
    assert of.individuals_affected == 500
    counts = cases.counts(history_db, past, subject=of)
    assert set(counts["individuals"]) == {500}


@needs_exports
def test_each_case_is_in_the_newest_export(newest_db):
    for slug in case_list(newest_db, Filters())["slug"]:
        of = subject(newest_db, Filters(), key=slug)
        assert of.is_in_data, slug
        members = cases.members(newest_db, Filters(), slug=slug)
        assert members["role"].iloc[0] == "principal"
