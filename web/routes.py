"""Every route beside the pages: static files, data API, feed, health check."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from web.answers import sentence
from web.downloads import breaches
from web.feed import feed
from web.health import healthz
from web.package import package
from web.query import query
from web.records import breach

STATIC = Path(__file__).resolve().parents[1] / "static"


def routes() -> list[BaseRoute]:
    """Every route beside the pages; what is below /api and none of them is answered with 404."""
    return [
        # Streamlit's own static serving looks beside its script, which is ui/shell.py.
        Mount("/assets", StaticFiles(directory=STATIC), name="assets"),
        Route("/healthz", healthz),
        Route("/feed.xml", feed),
        Route("/api/datapackage.json", package),
        Route("/api/breaches.{ending}", breaches),
        Route("/api/breaches/{breach_id}.json", breach),
        Route("/api/query.{ending}", query),
        Route("/api", _nothing_here),
        Route("/api/{rest:path}", _nothing_here),
    ]


def _nothing_here(request: Request) -> Response:
    return sentence(
        "There is nothing at this address: /api/datapackage.json says what there is.", 404
    )
