"""What became of the last pull, kept beside the database for the dashboard and for cron."""

import json
from contextlib import suppress
from pathlib import Path

from etl.raw import now


def remember_attempt(database: Path, problem: str | None) -> None:
    """Write that a pull was tried now, and why it failed (None: it did not).

    A note that cannot be written must not turn a good pull into a failed one.
    """
    note = database.with_name(f"{database.name}.last_pull.json")
    with suppress(OSError):
        new = note.with_suffix(".json.new")
        new.write_text(json.dumps({"tried_at": now(), "problem": problem}), encoding="utf-8")
        new.replace(note)
