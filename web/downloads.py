"""`/api/breaches.{csv,json,parquet,xlsx}`: the reports that pass the filters, as a file."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from analysis.database import Database, shared_database
from analysis.explorer import Selection
from analysis.export import (
    About,
    about,
    csv_chunks,
    json_chunks,
    meanings,
    write_excel,
    write_parquet,
)
from analysis.provenance import SAMPLE
from web.answers import address_of, in_one_sentence, sentence, unchanged, version_headers

MEDIA = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_CHUNK = 1 << 18


@dataclass(frozen=True)
class Download:
    """One asked-for file: what of, and what it says of itself."""

    db: Database
    selection: Selection
    about: About

    def body(self, ending: str) -> Iterator[bytes]:
        """The file, bit by bit; CSV and JSON never stand anywhere whole."""
        if ending == "json":
            return json_chunks(self.about, self.db, self.selection)
        batches = self.db.batches(*self.selection.sql())
        if ending == "csv":
            return csv_chunks(batches)
        file = tempfile.TemporaryFile()  # noqa: SIM115  (closed once it is sent)
        if ending == "parquet":
            write_parquet(batches, file, self.about.pairs(), meanings(self.db))
        else:
            write_excel(self.about, batches, file)
        return _sent(file)


@in_one_sentence
def breaches(request: Request) -> Response:
    """The reports of the address' filters, in the order and format it names."""
    ending = request.path_params["ending"]
    if ending not in MEDIA:
        return sentence(f"Reports come as {', '.join(MEDIA)}, not as {ending[:20]}.", 404)
    db = shared_database()
    selection = Selection.from_address(request.query_params.multi_items())
    query = urlencode(selection.address_pairs())
    headers = version_headers(db, ending, query)
    known = unchanged(request, headers)
    if known is not None:
        return known
    path = f"/api/breaches.{ending}"
    download = Download(db, selection, about(db, selection, address_of(request, path, query)))
    headers |= _headers(download.about, ending)
    # How long it would be is not known before it is made, so HEAD does not say.
    body = iter(()) if request.method == "HEAD" else download.body(ending)
    return StreamingResponse(body, headers=headers, media_type=MEDIA[ending])


def _headers(found: About, ending: str) -> dict[str, str]:
    """What a CSV cannot say inside stands beside it, for every format alike."""
    narrowed = "-filtered" if found.filters else ""
    day, is_sample = found.data.as_of.isoformat(), found.data.is_sample
    part = "-sample" if is_sample else ""
    return {
        "Content-Disposition": (
            f'attachment; filename="hhs-ocr-breaches{part}-{day}{narrowed}.{ending}"'
        ),
        "Link": '</api/datapackage.json>; rel="describedby"; type="application/json"',
        "Atlas-As-Of": day,
        "Atlas-Filters": found.filters,
        "Atlas-Reports": str(found.reports),
        "Atlas-Citation": found.citation,
    } | ({"Atlas-Sample": SAMPLE} if is_sample else {})


def _sent(file: BinaryIO) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk
