"""What the newest snapshots brought: new reports and revised ones, for the feed."""

import pandas as pd

from analysis.database import Database


def news(db: Database, *, most: int = 200) -> pd.DataFrame:
    """One row is one report that a snapshot showed first or changed, newest snapshot first.

    `seen_on` is the snapshot's day; `changes` an array of {field, old_value, new_value}, empty for
    a new report. Within a day the largest come first; at most `most` rows. Of a narrative it is
    told that it changed, not its text.
    """
    return db.ask("news", most=most)
