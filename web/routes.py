"""Every route beside the pages: static files, data API, feed, health check."""

from pathlib import Path

from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

STATIC = Path(__file__).resolve().parents[1] / "static"


def routes() -> list[BaseRoute]:
    """Every route beside the pages."""
    # Streamlit's own static serving looks beside its script, which is ui/shell.py, not the root.
    return [Mount("/assets", StaticFiles(directory=STATIC), name="assets")]
