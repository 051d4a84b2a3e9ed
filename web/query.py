"""`/api/query.{csv,json}?sql=…`: one read-only SELECT, answered within limits."""

import csv
import io
import json

from starlette.requests import Request
from starlette.responses import Response

from analysis.database import database_path, shared_database
from analysis.filters import Filters, WrongFilter
from analysis.provenance import SAMPLE, provenance
from analysis.safety import safe_cell
from analysis.untrusted_sql import (
    DEADLINE_SECONDS,
    MOST_ROWS,
    SqlAnswer,
    TooManyQueries,
    WrongSql,
    run_select,
)
from web.answers import in_one_sentence, sentence

ENDINGS = {"csv": "text/csv; charset=utf-8; header=present", "json": "application/json"}


@in_one_sentence
def query(request: Request) -> Response:
    """The answer of the address' SQL; more rows than allowed are refused, never cut unsaid."""
    ending = request.path_params["ending"]
    if ending not in ENDINGS:
        return sentence(f"Queries are answered as {', '.join(ENDINGS)}, not as {ending[:20]}.", 404)
    sql = _sql(request)
    db = shared_database()
    # Asked first: without data there is nothing to run the query on.
    version, is_sample = db.version, provenance(db, Filters()).is_sample
    try:
        found = run_select(sql, database_path())
    except WrongSql as wrong:
        return sentence(str(wrong), 400)
    except TooManyQueries as busy:
        return sentence(str(busy), 429, {"Retry-After": str(DEADLINE_SECONDS)})
    if found.has_more:
        return sentence(
            f"The answer has more than {MOST_ROWS:,} rows: add LIMIT, or take the whole table at "
            "/api/breaches.parquet.",
            400,
        )
    said = {"sample": SAMPLE} if is_sample else {}
    body = _csv(found) if ending == "csv" else _json(found, sql, version, said)
    return Response(
        body,
        headers={
            "Cache-Control": "no-cache",
            "Content-Disposition": f'attachment; filename="breach-atlas-query.{ending}"',
            "Atlas-Data-Version": version,
        }
        | ({"Atlas-Sample": SAMPLE} if is_sample else {}),
        media_type=ENDINGS[ending],
    )


def _sql(request: Request) -> str:
    pairs = request.query_params.multi_items()
    if [key for key, _ in pairs] != ["sql"]:
        raise WrongFilter("The address takes one parameter: sql, which holds one SELECT.")
    return pairs[0][1]


def _csv(found: SqlAnswer) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([safe_cell(column) for column in found.columns])
    writer.writerows([_cell(cell) for cell in row] for row in found.rows)
    return text.getvalue().encode()


def _cell(cell: object) -> object:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, (list, dict)):
        return safe_cell(json.dumps(cell, ensure_ascii=False))
    return safe_cell(cell)


def _json(found: SqlAnswer, sql: str, version: str, said: dict[str, str]) -> bytes:
    """Rows as lists, since two columns may bear one name; `said` stands beside them."""
    return json.dumps(
        {
            "sql": sql,
            "data_version": version,
            "columns": [
                {"name": name, "type": kind}
                for name, kind in zip(found.columns, found.types, strict=True)
            ],
            "rows": found.rows,
        }
        | said,
        ensure_ascii=False,
    ).encode()
