"""The process in which a reader's SQL runs: reads a task on standard input, answers as JSON.

It gives itself its limits before it reads a letter of the SQL. Started by `untrusted_sql`; nothing
else should import it.
"""

import json
import math
import os
import re
import resource
import sys
from datetime import date, datetime, time
from decimal import Decimal

import duckdb

_MEMORY = 1_500_000_000  # address space, of which DuckDB may fill a quarter
_SETTINGS = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "384MB",
    "temp_directory": "",
    "threads": "1",
}
_OUT_OF_MEMORY = "The query needed more memory than allowed: narrow it."


class Refused(Exception):
    """The SQL is not answered; the text is one sentence."""


def limit(seconds: int) -> None:
    """Bound what this process may use, for good; no file can be written any more."""
    # macOS knows no limit of the address space; DuckDB's own limit stands there alone.
    space = ((resource.RLIMIT_AS, _MEMORY),) if sys.platform == "linux" else ()
    for what, most in (
        *space,
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 32),
    ):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))
    os.nice(10)


def answer(task: dict) -> dict:
    """Names, types and rows of the one SELECT of the task; raises Refused."""
    with duckdb.connect(task["database"], read_only=True, config=_SETTINGS) as con:
        con.execute("SET lock_configuration = true")
        try:
            con.execute(_only_select(con, task["sql"]))
            return _fetched(con, task["most_rows"], task["most_bytes"])
        except (MemoryError, duckdb.OutOfMemoryException):
            raise Refused(_OUT_OF_MEMORY) from None
        except duckdb.Error as error:
            raise Refused(_sentence(str(error))) from None


def _only_select(con: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    statements = con.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise Refused("Only one SELECT is answered: no second statement, and none that changes.")
    return statements[0]


def _fetched(con: duckdb.DuckDBPyConnection, most_rows: int, most_bytes: int) -> dict:
    columns = [column[0] for column in con.description]
    types = [str(column[1]) for column in con.description]
    if any("WITH TIME ZONE" in kind for kind in types):
        raise Refused("Cast TIMESTAMP WITH TIME ZONE to TIMESTAMP: no zone is known here.")
    rows, size = [], 0
    while len(rows) <= most_rows and (found := con.fetchmany(500)):
        for row in found:
            cells = [_plain(cell) for cell in row]
            size += len(json.dumps(cells))
            if size > most_bytes:
                raise Refused(
                    f"The answer is larger than {most_bytes // 1_000_000} MB: ask for fewer rows "
                    "or columns, or take the whole table."
                )
            rows.append(cells)
    return {
        "columns": columns,
        "types": types,
        "rows": rows[:most_rows],
        "has_more": len(rows) > most_rows,
    }


def _plain(cell: object) -> object:
    """The value as JSON can say it."""
    match cell:
        case None | bool() | int() | str():
            return cell
        case float():
            return cell if math.isfinite(cell) else None
        case Decimal():
            return float(cell)
        case date() | datetime() | time():
            return cell.isoformat()
        case list() | tuple():
            return [_plain(member) for member in cell]
        case dict():
            return {str(key): _plain(member) for key, member in cell.items()}
        case _:
            return str(cell)


def _sentence(error: str) -> str:
    """DuckDB's complaint without the picture of the line it adds."""
    text = re.split(r"\n\s*\n|\nLINE \d+:", error.strip())[0]
    return " ".join(text.split())[:400]


def main() -> None:
    task = json.load(sys.stdin)
    limit(task["seconds"])
    try:
        said = answer(task)
    except Refused as refused:
        said = {"error": str(refused)}
    except duckdb.Error:
        said = {"error": "The database cannot be read just now: try again."}
    except MemoryError:
        said = {"error": _OUT_OF_MEMORY}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
