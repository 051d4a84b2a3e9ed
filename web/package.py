"""`/api/datapackage.json`: what the files of the API hold, column by column."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from analysis.database import shared_database
from analysis.datapackage import datapackage, resource
from analysis.explorer import schema
from analysis.filters import Filters
from analysis.provenance import provenance
from web.answers import in_one_sentence, unchanged, version_headers
from web.downloads import MEDIA


@in_one_sentence
def package(request: Request) -> Response:
    """The Frictionless descriptor of `/api/breaches.*`."""
    db = shared_database()
    headers = version_headers(db, "datapackage")
    known = unchanged(request, headers)
    if known is not None:
        return known
    columns = schema(db)
    breaches = columns[columns["table_name"] == "breaches"]
    resources = [resource(breaches, f"breaches.{ending}") for ending in MEDIA]
    found = datapackage(
        resources,
        version=db.version,
        built_at=db.built_at,
        is_sample=provenance(db, Filters()).is_sample,
    )
    return JSONResponse(found, headers=headers)
