"""Reading narratives: invented sentences for each mechanism, and the measured accuracy."""

import csv

import pandas as pd
import pytest

from analysis.vocabulary import MECHANISMS
from etl.narrative import Reading, read_narrative, read_narratives
from etl.narrative_rules import RULES
from tests.etl.narratives import (
    ACCURACY,
    CONFUSION,
    accuracy,
    confusion,
    fingerprint,
    read_fresh,
    read_labelled,
)
from tests.shared import needs_exports, needs_reference

SENTENCES = [
    ("Criminals ran ransomware on the clinic's servers.", "ransomware"),
    ("Ransomware arrived through a phishing e-mail that a nurse opened.", "ransomware"),
    ("Hackers encrypted the hospital's files and asked for money.", "ransomware"),
    ("A pixel on the booking page sent visits to an advertiser.", "tracking_technology"),
    ("Two clerks answered a phishing message.", "email_compromise"),
    ("A stranger gained access to the manager's email account.", "email_compromise"),
    ("Charts were thrown away in an open dumpster.", "improper_disposal"),
    ("A laptop was stolen from a nurse's car.", "stolen_device_or_records"),
    ("Burglars took paper from the storage unit.", "stolen_device_or_records"),
    ("A clerk looked at charts without any job reason.", "insider_misuse"),
    ("A departing doctor e-mailed a patient list to his personal email.", "insider_misuse"),
    ("A former employee kept access to the records and used it.", "insider_misuse"),
    ("Malware was found on a server.", "network_intrusion"),
    ("An unauthorized party accessed the network and its database.", "network_intrusion"),
    ("A file with test results was visible on the internet.", "public_exposure"),
    ("A storage bucket was misconfigured.", "public_exposure"),
    ("Letters were mailed to the wrong people.", "misdirected_communication"),
    ("A mailing showed the diagnosis through the envelope window.", "misdirected_communication"),
    ("A flash drive went missing.", "lost_device_or_records"),
    ("A package of films was lost in the mail.", "lost_device_or_records"),
    ("The plan impermissibly disclosed names to a partner.", "other_disclosure"),
    ("The review was joined with another one.", "unclear"),
    ("The files on its server now had an encrypted extension.", "ransomware"),
    ("Analytic tools on its website may have sent visits to others.", "tracking_technology"),
    ("Clerks responded to an email that asked for their passwords.", "email_compromise"),
    ("A scheduler emailed the list from her work email to a personal email.", "insider_misuse"),
    ("An employee emailed the list to himself.", "insider_misuse"),
    ("Two clerks printed charts in excess of their job duties and sold them.", "insider_misuse"),
    ("A secretary viewed charts outside the scope of her job duties.", "insider_misuse"),
    ("A nurse accidentally emailed the list to an outside office.", "misdirected_communication"),
    ("Employees mailed postcards containing protected health facts.", "misdirected_communication"),
    ("A worker sent the list to an unknown third party.", "misdirected_communication"),
    ("The clinic reported that an unauthorized individual accessed its list.", "network_intrusion"),
    ("A person used the credentials of a clerk to get into the network.", "network_intrusion"),
    ("A clerk inadvertently uploaded the list to its web page.", "public_exposure"),
    ("A member was able to view the bills of other members.", "public_exposure"),
    (
        "A trailer with charts on the way to disposal was stolen from the lot.",
        "stolen_device_or_records",
    ),
    ("A nurse left a laptop with test results at a former home.", "lost_device_or_records"),
    ("A binder of results was mislaid.", "lost_device_or_records"),
    ("The police found boxes of charts in a garage.", "lost_device_or_records"),
    ("It sold scanners without erasing them.", "improper_disposal"),
]


@pytest.mark.parametrize(("text", "mechanism"), SENTENCES)
def test_each_mechanism_is_read_from_what_is_told(text, mechanism):
    assert read_narrative(text).mechanism == mechanism


def test_the_filed_type_says_nothing_of_a_case_that_was_closed_unread():
    closed = "This case was consolidated with another review."
    assert read_narrative(closed, "Theft").mechanism == "unclear"
    assert read_narrative("Someone took it.", "Theft").mechanism == "stolen_device_or_records"


def test_of_a_settlement_only_what_was_reported_is_read():
    news = (
        "The clinic has agreed to pay $100,000 and to adopt a corrective action plan. It will "
        "encrypt its e-mail and dispose of paper with care. The breach report said that a laptop "
        "was lost on a train."
    )
    assert read_narrative(news).mechanism == "lost_device_or_records"


def test_what_was_done_afterwards_does_not_decide():
    told = (
        "The clinic reported that letters went to the wrong address, which concerned the names "
        "and visits of some nine hundred people in two counties. The clinic notified everyone, "
        "offered protection against identity theft and encrypted its laptops after a past theft."
    )
    assert read_narrative(told).mechanism == "misdirected_communication"


@pytest.mark.parametrize(
    ("told", "mechanism"),
    [
        ("A stolen laptop held an employee's e-mail account.", "stolen_device_or_records"),
        ("Hackers reached the server of its billing vendor.", "network_intrusion"),
        ("An unsecured server let search engines list the scans.", "public_exposure"),
        ("A nurse snooped on charts of her neighbours, without authorization.", "insider_misuse"),
        ("A tape was lost or stolen on its way to the vault.", "lost_device_or_records"),
    ],
)
def test_where_two_rules_could_fit_the_earlier_decides(told, mechanism):
    assert read_narrative(told).mechanism == mechanism


def test_what_is_denied_does_not_decide():
    told = "A server was reached by hackers. There was no evidence of ransomware on it."
    assert read_narrative(told).mechanism == "network_intrusion"


def test_curly_quotes_and_line_breaks_do_not_matter():
    assert read_narrative("A nurse’s “laptop”\nwas stolen.").mechanism == "stolen_device_or_records"


def test_the_filed_type_decides_only_where_no_rule_applies():
    told = "The case was closed together with another."
    assert read_narrative(told, "Theft").mechanism == "stolen_device_or_records"
    assert "filed type" in read_narrative(told, "Theft").basis
    assert read_narrative("Letters went to wrong people by mail error.", "Theft").mechanism == (
        "misdirected_communication"
    )


@pytest.mark.parametrize("missing", [None, "", "  \n"])
def test_without_a_narrative_nothing_is_known(missing):
    assert read_narrative(missing, "Theft") == Reading(None, None, None)


def test_a_vendor_is_noticed():
    assert read_narrative("Its business associate (BA) lost a tape.").vendor_involved
    assert not read_narrative("A nurse lost a tape.").vendor_involved


def test_a_frame_keeps_its_index_and_missing_narratives():
    frame = pd.DataFrame(
        {
            "web_description": ["A laptop was stolen.", None, "A laptop was stolen."],
            "breach_type": ["Theft", None, None],
            "location": ["Laptop", None, None],
        },
        index=[5, 7, 9],
    )
    read = read_narratives(frame)
    assert read.index.tolist() == [5, 7, 9]
    assert read["mechanism"].dropna().tolist() == ["stolen_device_or_records"] * 2
    assert read["mechanism"].isna().tolist() == [False, True, False]
    assert read["vendor_involved"].isna().tolist() == [False, True, False]


def test_every_rule_names_a_known_mechanism_and_its_reason():
    assert {rule.mechanism for rule in RULES} <= set(MECHANISMS)
    assert all(rule.basis for rule in RULES)
    assert len({rule.basis for rule in RULES}) == len(RULES)


@needs_exports
@needs_reference
def test_the_tracked_accuracy_is_the_measured_one():
    read = pd.concat([read_labelled(), read_fresh()], ignore_index=True)
    for path, rows in ((ACCURACY, accuracy(read)), (CONFUSION, confusion(read))):
        with path.open(encoding="utf-8", newline="") as file:
            tracked = list(csv.DictReader(file))
        assert tracked == [{key: str(value) for key, value in row.items()} for row in rows]


@pytest.mark.parametrize("part", ["held back", "fresh", "fresh, rules known"])
@pytest.mark.parametrize(
    ("what", "goal"),
    [
        ("mechanism", 0.85),
        ("mechanism, high-confidence labels", 0.92),
        ("vendor involved", 0.92),
    ],
)
def test_narratives_no_rule_was_written_on_reach_the_goals(part, what, goal):
    with ACCURACY.open(encoding="utf-8", newline="") as file:
        rows = {(r["part"], r["what"]): float(r["accuracy"]) for r in csv.DictReader(file)}
    assert rows[part, what] >= goal


def test_a_fingerprint_is_of_the_words_alone():
    assert fingerprint("The clinic’s laptop, lost.") == fingerprint("the clinic's\n laptop – lost")
    assert fingerprint("The laptop was lost.") != fingerprint("The laptop was stolen.")
