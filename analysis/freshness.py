"""How old the data are, and whether the last pull worked."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

# HHS lists a breach within 60 days of its discovery; data older than this miss a lot.
OLD_AFTER_DAYS = 45


@dataclass(frozen=True)
class Freshness:
    """Age of the newest snapshot in days, and the last pull that failed (None: none did)."""

    age_days: int
    failed_on: date | None = None
    problem: str | None = None

    @property
    def is_old(self) -> bool:
        return self.age_days > OLD_AFTER_DAYS


def freshness(database: Path, newest: date, today: date) -> Freshness:
    """Freshness of the data whose newest snapshot is of the day `newest`."""
    age = (today - newest).days
    note = database.with_name(f"{database.name}.last_pull.json")
    try:
        found = json.loads(note.read_text(encoding="utf-8"))
        tried_on = datetime.fromisoformat(found["tried_at"]).date()
    except (OSError, ValueError, KeyError, TypeError):
        return Freshness(age)
    if not found.get("problem") or tried_on < newest:
        return Freshness(age)
    return Freshness(age, tried_on, str(found["problem"]))
