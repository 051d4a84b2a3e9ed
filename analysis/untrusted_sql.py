"""SQL that a reader wrote: one SELECT, in a child process with limits, at most two at a time.

DuckDB's own settings keep such SQL from files, settings and other databases, but not from filling
the memory or the day; so it runs in a process of its own (`untrusted_sql_child`), started clean,
limited by the kernel and killed at the deadline.
"""

import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_CHILD = "analysis.untrusted_sql_child"

DEADLINE_SECONDS = 10
MOST_ROWS = 50_000
MOST_BYTES = 8_000_000
MOST_CHARACTERS = 10_000
AT_ONCE = 2

_places = threading.BoundedSemaphore(AT_ONCE)


class WrongSql(ValueError):
    """SQL that is not answered; the text is one sentence that says why."""


class TooManyQueries(Exception):
    """All places are taken; the text is one sentence that says when to come back."""


@dataclass(frozen=True)
class SqlAnswer:
    """Names and DuckDB types of the columns, and the rows as JSON values.

    Days and times are ISO texts, decimals numbers, other types texts; `has_more` tells that there
    are further rows.
    """

    columns: list[str]
    types: list[str]
    rows: list[list]
    has_more: bool


def run_select(sql: str, database: Path, *, most_rows: int = MOST_ROWS) -> SqlAnswer:
    """The answer of one SELECT over the published database, at most `most_rows` rows of it.

    Raises WrongSql where it is none, fails, or needs more time, memory or room than allowed, and
    TooManyQueries where two others are running.
    """
    if not sql.strip():
        raise WrongSql("There is no SQL: write one SELECT.")
    if len(sql) > MOST_CHARACTERS:
        raise WrongSql(f"The SQL is longer than {MOST_CHARACTERS:,} characters.")
    if not _places.acquire(blocking=False):
        raise TooManyQueries(
            f"{AT_ONCE} other queries are running: try again in {DEADLINE_SECONDS} seconds."
        )
    try:
        said = _in_child(sql, database, most_rows)
    finally:
        _places.release()
    if "error" in said:
        raise WrongSql(said["error"])
    return SqlAnswer(said["columns"], said["types"], said["rows"], said["has_more"])


def _in_child(sql: str, database: Path, most_rows: int) -> dict:
    task = json.dumps(
        {
            "sql": sql,
            "database": str(database.resolve()),
            "most_rows": most_rows,
            "most_bytes": MOST_BYTES,
            "seconds": DEADLINE_SECONDS,
        }
    )
    child = subprocess.Popen(
        [sys.executable, "-m", _CHILD],
        cwd=_ROOT,
        env={},  # nothing of ours for a query to find
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        close_fds=True,
    )
    late = threading.Event()
    clock = threading.Timer(DEADLINE_SECONDS, lambda: (late.set(), child.kill()))
    clock.start()
    try:
        with child.stdin as to_child, child.stdout as from_child:
            to_child.write(task.encode())
            to_child.close()
            # JSON escapes can double what the child counted; beyond that it is not our child.
            said = from_child.read(4 * MOST_BYTES)
    except BrokenPipeError:
        said = b""
    finally:
        clock.cancel()
        child.kill()
        code = child.wait()
    return _read(said, code, late.is_set())


def _read(said: bytes, code: int, is_late: bool) -> dict:
    try:
        return json.loads(said)
    except ValueError:
        pass
    if is_late or code == -24:  # SIGXCPU
        return {
            "error": f"The query took more than {DEADLINE_SECONDS} seconds: narrow it, or take "
            "the whole table and query it at home."
        }
    return {"error": "The query needed more memory than allowed: narrow it."}
