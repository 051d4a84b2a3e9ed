"""One report with everything that was seen of it: what its address answers."""

from analysis.database import Database


def record_json(db: Database, breach_id: str) -> str | None:
    """The report of that id as a JSON object, None where there is none.

    `report` is its row of `breaches`, null where the newest snapshots no longer show it;
    `observations` has one object a snapshot and `revisions` one a changed field, oldest first;
    `aliases` are the other ids that lead here. Days are 2026-07-01, null is not stated.
    """
    found = db.ask("report_record", breach_id=breach_id)
    return None if found.empty else str(found.iloc[0]["record"])


def current_id(db: Database, alias: str) -> str | None:
    """The id that an older id leads to, None where it leads nowhere."""
    found = db.ask("report_by_alias", alias=alias)
    return None if found.empty else str(found.iloc[0]["breach_id"])
