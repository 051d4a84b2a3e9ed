"""Words of the Explorer."""

from analysis.captions.words import counted, dated, day
from analysis.explorer import MOST_PAGES, ROWS_A_PAGE
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.untrusted_sql import DEADLINE_SECONDS, MOST_ROWS, SqlAnswer


def lead(reports: int, filters: Filters, data: Provenance) -> str:
    """How many reports there are to look at, of how many."""
    if not filters.is_narrowed:
        return f"{counted(reports, 'report')}, all that HHS showed on {day(data.as_of)}."
    if filters.listing != "hipaa":
        return f"{counted(reports, 'report')} ({filters.words()}), {dated(data)}."
    return f"{reports:,} of {counted(data.reports, 'report')} ({filters.words()}), {dated(data)}."


def rows_shown(page: int, reports: int) -> str:
    """Which rows of the selection stand on this page, and where the rest is."""
    first = (page - 1) * ROWS_A_PAGE + 1
    last = min(page * ROWS_A_PAGE, reports)
    rest = "; the files hold all" if reports > MOST_PAGES * ROWS_A_PAGE else ""
    if first == last:
        return f"Report {first:,} of {reports:,}"
    return f"Reports {first:,} to {last:,} of {reports:,}{rest}"


def sql_result(found: SqlAnswer) -> str:
    """How much of the answer is shown."""
    if found.has_more:
        return f"The first {counted(len(found.rows), 'row')}; there are more: download them."
    return f"{counted(len(found.rows), 'row')}."


def downloads(reports: int, filters: Filters) -> str:
    """What the files hold."""
    which = "these" if filters.is_narrowed else "all"
    return (
        f"{which.capitalize()} {counted(reports, 'report')} in this order, with every column "
        "unless you chose some. The filters, the day and the citation stand inside the file; for "
        "CSV, which stays a plain table, in the headers of the answer. The addresses can be "
        "called by a program."
    )


def sql_rules() -> str:
    """What may be asked."""
    return (
        f"One SELECT in DuckDB’s SQL over every table, read only. It may take "
        f"{DEADLINE_SECONDS} seconds; a download of it holds up to {MOST_ROWS:,} rows. The filters "
        "above do not apply. The address of this page keeps the query."
    )
