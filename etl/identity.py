"""Readable ids: `2015-anthem-inc-in` for the report that Anthem, Inc. of Indiana filed in 2015.

An id is made of what the newest observation states, so it follows from the snapshots alone,
whatever the order of loading. Names, dates and counts change, and a second report can turn up that
would have the same id: whatever an observation ever gave stays an alias, and an address that was
published once keeps leading to the report it led to.
"""

import itertools
from functools import lru_cache

import pandas as pd
from slugify import slugify

_LONGEST_NAME = 60
# From the shortest slug to the longest: each adds what tells reports with the one before apart.
_LEVELS = ("year_name_state", "with_day", "with_count", "with_ordinal")
_POINTER = ["snapshot_id", "file_name", "line_number"]
PUBLISHED_COLUMNS = ("breach_id", *_POINTER)


def breach_ids(
    observations: pd.DataFrame, published: pd.DataFrame | None = None
) -> tuple[pd.Series, pd.DataFrame]:
    """The id of each record, and every other name that leads to it.

    `observations` has one row per report and snapshot, oldest snapshot first: `record`,
    `snapshot_id` and the columns of an export; with `published` also `file_name` and
    `line_number`. `published` is what `published_after` returned for the database so far. Returns
    the id by record, and `alias`, `breach_id` (an alias is never an id, and leads to one report).

    Reports that ever shared a slug all take a longer one; the shared slug leads to the report that
    was published under it, else to the one that had it first.
    """
    slugs = _slugs(observations)
    newest = slugs[slugs["is_newest"]]
    shared = slugs.groupby("slug")["record"].nunique() > 1
    free = newest[~newest["slug"].map(shared)].sort_values("level")
    ids = free.drop_duplicates("record").set_index("record")["slug"]
    ids = pd.concat([ids, _numbered(newest, slugs, ids)]).sort_index()
    holders = _in_order_of_claim(slugs, _claims(observations, published))
    aliases = holders.drop_duplicates("slug")
    aliases = aliases[~aliases["slug"].isin(ids)]
    alias = aliases["slug"].astype("str")
    leads_to = pd.DataFrame({"alias": alias, "breach_id": aliases["record"].map(ids)})
    return ids.rename("breach_id"), leads_to.sort_values("alias", ignore_index=True)


def published_after(
    observations: pd.DataFrame,
    ids: pd.Series,
    aliases: pd.DataFrame,
    published: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """What to remember when a database with these ids is published: `published`, and what is new.

    One row is one id or unshared alias (`breach_id`) and a raw row (`snapshot_id`, `file_name`,
    `line_number`) of the report it leads to: the newest one that gives this id.
    """
    slugs = _slugs(observations)
    record_of = pd.concat(
        [
            pd.Series(ids.index, index=ids),
            aliases.set_index("alias")["breach_id"].map(pd.Series(ids.index, index=ids)),
        ]
    )
    # A slug of several reports was no report's id: it is free to lead to whoever had it first.
    led = slugs[(slugs["slug"].map(record_of) == slugs["record"]) & ~_is_shared(slugs)]
    row = led.drop_duplicates("slug", keep="last")
    found = observations[_POINTER].iloc[row["position"]].reset_index(drop=True)
    found.insert(0, "breach_id", row["slug"].to_numpy())
    if published is not None:
        found = pd.concat([published[list(PUBLISHED_COLUMNS)], found])
    return found.drop_duplicates("breach_id").sort_values("breach_id", ignore_index=True)


def _slugs(observations: pd.DataFrame) -> pd.DataFrame:
    """One row is one slug that one observation gives: `record`, `slug`, `level`.

    `position` is the row of `observations`, `snapshot` the number of its snapshot, `submitted_on`
    and `content` put rows of one snapshot in an order; `is_newest` marks slugs of a record's last
    row. A longer slug is there only where another record ever had the shorter one.
    """
    days = pd.to_datetime(observations["submitted_on"])
    names = observations["entity_name"]
    name = names.map({text: _name_slug(text) for text in names.unique()})
    state = ("-" + observations["state"].astype("str").str.lower()).where(
        observations["state"].notna(), ""
    )
    count = observations["individuals_affected"].astype("Int64").astype("str").fillna("unstated")
    slug = days.dt.year.astype("str") + "-" + name + state
    parts = {
        "with_day": "-" + days.dt.strftime("%m%d"),
        "with_count": "-" + count,
    }
    frame = pd.DataFrame({"record": observations["record"], "slug": slug}).reset_index(drop=True)
    frame["position"] = frame.index
    frame["snapshot"] = pd.factorize(observations["snapshot_id"])[0]
    frame["submitted_on"] = days.to_numpy()
    filed = count + "|" + observations["breach_type"].fillna("")
    frame["content"] = (filed + "|" + observations["location"].fillna("")).to_numpy()
    frame["is_newest"] = ~frame["record"].duplicated(keep="last")
    found = [frame.assign(level=0)]
    for level in range(1, len(_LEVELS)):
        frame = frame[_is_shared(frame)]
        if level < len(_LEVELS) - 1:
            suffix = parts[_LEVELS[level]].reset_index(drop=True)[frame.index]
        else:
            suffix = "-" + _ordinal(frame).astype("str")
        frame = frame.assign(slug=frame["slug"] + suffix, level=level)
        found.append(frame)
    return pd.concat(found, ignore_index=True)


@lru_cache(maxsize=65536)
def _name_slug(name: str) -> str:
    return slugify(name, max_length=_LONGEST_NAME, word_boundary=True) or "unnamed"


def _is_shared(frame: pd.DataFrame) -> pd.Series:
    return frame.groupby("slug")["record"].transform("nunique") > 1


def _ordinal(frame: pd.DataFrame) -> pd.Series:
    """1 for the record that first had the slug, 2 for the next; those of one day by content."""
    order = frame.drop_duplicates(["slug", "record"])
    order = order.sort_values(["slug", "snapshot", "content", "position"])
    order["ordinal"] = order.groupby("slug").cumcount() + 1
    pairs = frame[["slug", "record"]].merge(order[["slug", "record", "ordinal"]], how="left")
    return pairs["ordinal"].set_axis(frame.index)


def _numbered(newest: pd.DataFrame, slugs: pd.DataFrame, ids: pd.Series) -> pd.Series:
    """Ids of the records whose slugs all happen to be another's, such as a name ending in a day."""
    longest = newest[~newest["record"].isin(ids.index)].drop_duplicates("record", keep="last")
    taken = set(slugs["slug"])
    found = {}
    for record, slug in zip(longest["record"], longest["slug"], strict=True):
        numbered = (f"{slug}-{number}" for number in itertools.count(1))
        found[record] = next(candidate for candidate in numbered if candidate not in taken)
        taken.add(found[record])
    return pd.Series(found, dtype="str")


def _claims(observations: pd.DataFrame, published: pd.DataFrame | None) -> pd.DataFrame:
    """`slug`, `record` for every published id whose raw row is still there."""
    if published is None or published.empty:
        return pd.DataFrame(columns=["slug", "record"])
    found = published.merge(observations[["record", *_POINTER]], on=_POINTER)
    return found.rename(columns={"breach_id": "slug"})[["slug", "record"]]


def _in_order_of_claim(slugs: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Every holder of every slug, the one it leads to first: as published, else as first seen."""
    by_age = slugs.sort_values(["snapshot", "submitted_on", "content", "position"])
    return pd.concat([claims, by_age[["slug", "record"]]])
