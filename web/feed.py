"""`/feed.xml`: new and revised reports as an Atom feed (RFC 4287)."""

import re
import uuid
import xml.etree.ElementTree as ET
from datetime import date

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from analysis.database import shared_database
from analysis.news import news
from web.answers import address_of, in_one_sentence, unchanged, version_headers

MEDIA = "application/atom+xml; charset=utf-8"
_ATOM = "http://www.w3.org/2005/Atom"
# Ids must outlive the server's address, so they are made from the report's own.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "breach-atlas")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@in_one_sentence
def feed(request: Request) -> Response:
    """The newest entries. An entry's id stays; its words are those of the newest snapshot."""
    db = shared_database()
    headers = version_headers(db, "feed", str(request.base_url))
    known = unchanged(request, headers)
    if known is not None:
        return known
    found = news(db)
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": "en"})
    _text(root, "id", f"urn:uuid:{_NAMESPACE}")
    _text(root, "title", "Breach Atlas: new and revised healthcare breach reports")
    _text(root, "subtitle", "Reports to HHS OCR; the largest of each snapshot first")
    _text(root, "updated", _moment(found["seen_on"].max().date() if len(found) else db.built_at))
    _text(ET.SubElement(root, f"{{{_ATOM}}}author"), "name", "Breach Atlas")
    _link(root, "self", address_of(request, "/feed.xml"))
    _link(root, "alternate", address_of(request, "/revisions"))
    for row in found.itertuples():
        root.append(_entry(row, address_of(request, "/report", f"id={row.breach_id}")))
    body = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(body, headers=headers, media_type=MEDIA)


def _entry(row, address: str) -> ET.Element:
    seen_on = row.seen_on.date()
    entry = ET.Element(f"{{{_ATOM}}}entry")
    name = uuid.uuid5(_NAMESPACE, f"{row.breach_id} {'new' if row.is_new else seen_on}")
    _text(entry, "id", f"urn:uuid:{name}")
    _text(entry, "title", f"{'New' if row.is_new else 'Revised'}: {row.entity_name}{_size(row)}")
    _text(entry, "updated", _moment(seen_on))
    _link(entry, "alternate", address)
    _text(entry, "summary", _summary(row))
    return entry


def _summary(row) -> str:
    filed = [row.entity_type, row.breach_type, row.location, row.state]
    text = f"{', '.join(part for part in filed if not pd.isna(part))}; submitted {_day(row)}."
    if row.is_new:
        return text
    return f"Changed {'; '.join(map(_change, row.changes))}. {text}"


def _change(change: dict) -> str:
    field = change["field"].replace("_", " ")
    if field == "web description":
        return "narrative"
    return f"{field}: {change['old_value'] or 'not stated'} → {change['new_value'] or 'not stated'}"


def _size(row) -> str:
    if pd.isna(row.individuals_affected):
        return ", individuals not stated"
    return f", {int(row.individuals_affected):,} individuals affected"


def _day(row) -> str:
    return row.submitted_on.date().isoformat()


def _moment(when: date) -> str:
    return f"{when:%Y-%m-%d}T00:00:00Z"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = _NOT_XML.sub("", text)


def _link(parent: ET.Element, relation: str, address: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", {"rel": relation, "href": address})
