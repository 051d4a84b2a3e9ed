"""A case file on the page: its claims with their verdicts, its counts, its facts."""

import pandas as pd
import streamlit as st

from analysis.captions import cases as captions
from analysis.captions.words import counted
from analysis.claims import CheckedClaim, Finding
from analysis.subjects import Subject
from ui.facts import Html, fact_list, fact_table, report_link, source, with_source
from ui.words import escaped

_ICONS = {
    True: ":green[:material/check_circle:]",
    False: ":red[:material/cancel:]",
    None: ":material/help:",
}


def claim_cards(subject: Subject, claims: list[CheckedClaim], moment_now: str) -> None:
    """Each claim beside what the record said then and says now."""
    for position, claim in enumerate(claims):
        with st.container(border=True, key=f"claim-{subject.key}-{position}"):
            said, then, now = st.columns(3, gap="medium")
            with said:
                st.markdown(f"**“{escaped(claim.text)}”**")
                st.caption(f"{escaped(captions.said_by(claim))}")
            with then:
                _verdict(claim, claim.then, "when written")
            with now:
                _verdict(claim, claim.now, moment_now)


def counts_table(counts: pd.DataFrame) -> None:
    """Every count that was given, beside the filed one."""
    fact_table(
        ("When", "Individuals", "Against the filed count", "Who gave it", "Source"),
        [
            (
                captions.count_when(row),
                f"{int(row['individuals']):,}",
                captions.against_the_record(row["difference_share"]),
                row["stated_by"],
                source(row["source"]),
            )
            for _, row in counts.iterrows()
        ],
        numbers=1,
    )


def case_facts(case: pd.Series, members: pd.DataFrame, actions: pd.DataFrame) -> None:
    """How it happened, which data, which reports, which actions, and what to keep in mind."""
    pairs = [("How it happened", with_source(case["vector"], case["source"]))]
    exposed = ", ".join(case["data_exposed"])
    pairs.append(("Data", exposed or "not named by the sources used here"))
    pairs.extend(("Report", _member(row)) for row in members.itertuples())
    pairs.extend(
        (f"{row['announced_on']:%-d %B %Y}", with_source(captions.action(row), row["source"]))
        for _, row in actions.iterrows()
    )
    pairs.extend(("Keep in mind", caveat) for caveat in case["caveats"])
    fact_list(pairs)


def report_facts(subject: Subject) -> None:
    """A report that is no case: the door to its own page."""
    fact_list([("Report", report_link(subject.breach_id, subject.entity_name))])


def _member(row) -> Html:
    count = (
        "no count"
        if pd.isna(row.individuals_affected)
        else counted(int(row.individuals_affected), "individual")
    )
    role = captions.ROLES[row.role]
    return Html(f"{report_link(row.breach_id, row.entity_name)}, {count}: {role}")


def _verdict(claim: CheckedClaim, finding: Finding, moment: str) -> None:
    st.markdown(f"{_ICONS[finding.holds]} **{escaped(captions.verdict(finding, moment))}**")
    st.markdown(escaped(captions.evidence(claim, finding)))
    st.caption(escaped(captions.basis(claim, finding)))
