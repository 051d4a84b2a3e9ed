"""`/healthz`: whether there are data, and how old they are."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from analysis.database import NoDatabase, shared_database
from analysis.filters import Filters
from analysis.provenance import provenance

_FRESH = {"Cache-Control": "no-store"}


def healthz(request: Request) -> Response:
    """200 with the age of the data in days, 503 with why where there are none."""
    db = shared_database()
    try:
        data = provenance(db, Filters())
        version = db.version
    except NoDatabase as missing:
        return JSONResponse({"status": "no data", "problem": str(missing)}, 503, headers=_FRESH)
    return JSONResponse(
        {
            "status": "ok",
            "as_of": data.as_of.isoformat(),
            "age_days": (datetime.now(UTC).date() - data.as_of).days,
            "newest_report_on": data.newest_report_on.isoformat(),
            "reports": data.reports,
            "source": data.source,
            "data_version": version,
            "built_at": db.built_at.isoformat(),
        },
        headers=_FRESH,
    )
