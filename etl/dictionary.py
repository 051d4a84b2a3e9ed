"""The data dictionary, made from the descriptions in the schema: `python -m etl.dictionary`.

Writes docs/data_dictionary.md; a test fails when that file lags behind the schema.
"""

from pathlib import Path

import duckdb

from etl import schema

PATH = Path(__file__).resolve().parents[1] / "docs" / "data_dictionary.md"
_HEAD = """# Data dictionary

Made from the schema by `python -m etl.dictionary`; do not edit. `breaches_as_of(day)` is a table
macro with the columns of `breaches`: the reports as HHS showed them on that day.
"""


def dictionary() -> str:
    """Every table and column with its type and meaning, as Markdown."""
    with duckdb.connect() as con:
        schema.create(con)
        tables = con.execute(
            "SELECT table_name, comment FROM duckdb_tables() ORDER BY table_name"
        ).fetchall()
        parts = [_HEAD]
        for table, meaning in tables:
            columns = con.execute(
                "SELECT column_name, data_type, comment FROM duckdb_columns() "
                "WHERE table_name = ? ORDER BY column_index",
                [table],
            ).fetchall()
            rows = [f"| `{name}` | {kind} | {said} |" for name, kind, said in columns]
            parts.append(
                "\n".join(
                    [
                        f"## {table}\n",
                        meaning,
                        "",
                        "| column | type | meaning |",
                        "|---|---|---|",
                        *rows,
                    ]
                )
                + "\n"
            )
    return "\n".join(parts)


if __name__ == "__main__":
    PATH.write_text(dictionary(), encoding="utf-8")
