"""Answers that every data route gives alike: one sentence for what cannot be, and versions."""

import hashlib
from collections.abc import Callable
from email.utils import format_datetime
from functools import wraps

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from analysis.database import Database, NoDatabase
from analysis.filters import WrongFilter

Handler = Callable[[Request], Response]


def in_one_sentence(handler: Handler) -> Handler:
    """The handler, a wrong parameter answered with 400 and a missing database with 503."""

    @wraps(handler)
    def answered(request: Request) -> Response:
        try:
            return handler(request)
        except WrongFilter as wrong:
            return sentence(str(wrong), 400)
        except NoDatabase as missing:
            return sentence(str(missing), 503, {"Retry-After": "60"})

    return answered


def sentence(text: str, status: int, headers: dict[str, str] | None = None) -> Response:
    """A plain text of one line."""
    return PlainTextResponse(
        f"{text}\n", status, headers={"Cache-Control": "no-store"} | (headers or {})
    )


def version_headers(db: Database, *parts: str) -> dict[str, str]:
    """Headers by which a cache asks again only after a publication.

    `parts` tell one address' answer from another's.
    """
    mark = hashlib.sha256("\n".join((db.version, *parts)).encode()).hexdigest()[:20]
    return {
        "ETag": f'"{mark}"',
        "Last-Modified": format_datetime(db.built_at, usegmt=True),
        "Cache-Control": "public, no-cache",
    }


def unchanged(request: Request, headers: dict[str, str]) -> Response | None:
    """304 where the caller already has this version, else None."""
    known = request.headers.get("if-none-match", "")
    marks = {mark.strip().removeprefix("W/") for mark in known.split(",")}
    if headers["ETag"] in marks or known.strip() == "*":
        return Response(status_code=304, headers=headers)
    return None


def address_of(request: Request, path: str, query: str = "") -> str:
    """The full address of a path of this server."""
    return f"{str(request.base_url).rstrip('/')}{path}{f'?{query}' if query else ''}"
