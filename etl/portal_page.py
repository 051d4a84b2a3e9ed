"""Reading the portal's pages: every id is found by what it means, never by its number."""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from lxml import etree

from etl.errors import PortalUntrusted

VIEW_PANELS = {"under_investigation": "underinvtab", "archive": "archivetab"}
VIEW_STATE = "javax.faces.ViewState"

_CSV = re.compile(r"(?<![a-z])csv(?![a-z])", re.IGNORECASE)
_ROW_COUNT = re.compile(r"rowCount:\s*(\d+)")
_PAGINATOR = re.compile(r"\(Displaying\s+[\d,]+\s*-\s*[\d,]+\s+of\s+([\d,]+)\)")
_HANDLER_ID = re.compile(r"\{\s*'([^']+)'\s*:\s*'[^']*'")
_ACTIVE_INDEX = "_activeIndex"


@dataclass(frozen=True)
class TablePage:
    """What a table page holds: its form, its tabs, the CSV link and the rows it announces."""

    listing: str
    action: str
    fields: dict[str, str]
    tab_view: str
    panels: dict[str, str]
    csv_id: str
    announced_rows: int


def read_page(html: str) -> TablePage:
    """Read a whole table page; raises PortalUntrusted where it is anything else."""
    page = BeautifulSoup(html, "lxml")
    form = page.find("form", id="ocrForm")
    if form is None:
        raise PortalUntrusted(f"The portal answered with another page ({_title(page)}).")
    fields = _fields(form)
    tab_view = next(
        (name.removesuffix(_ACTIVE_INDEX) for name in fields if name.endswith(_ACTIVE_INDEX)), ""
    )
    if not tab_view or VIEW_STATE not in fields:
        raise PortalUntrusted("The portal's table has lost its tabs: its design has changed.")
    return TablePage(
        listing=_listing(page),
        action=str(form.get("action") or ""),
        fields=fields,
        tab_view=tab_view,
        panels=_panels(form),
        csv_id=csv_id(form),
        announced_rows=announced_rows(html),
    )


def csv_id(part: Tag) -> str:
    """The id of the CSV exporter: of the link around the image that one of its names calls CSV."""
    for image in part.find_all("img"):
        named = " ".join(str(image.get(name, "")) for name in ("title", "alt", "src"))
        link = image.find_parent("a")
        found = link and _CSV.search(named) and _HANDLER_ID.search(str(link.get("onclick", "")))
        if found:
            return found.group(1)
    raise PortalUntrusted("The portal's page has no link to export as CSV: its design has changed.")


def announced_rows(html: str) -> int:
    """How many rows the shown table says it has; raises where it says nothing, or two things."""
    counts = {
        int(found.replace(",", ""))
        for pattern in (_ROW_COUNT, _PAGINATOR)
        for found in pattern.findall(html)
    }
    if not counts and "No records found" in html:
        return 0
    if len(counts) != 1:
        raise PortalUntrusted("The portal's page does not say how many reports it lists.")
    return counts.pop()


def read_partial(xml: bytes) -> tuple[str, str]:
    """The html of a partial response, and its new ViewState."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        raise PortalUntrusted("The portal did not answer the change of tab.") from None
    if root.tag != "partial-response" or root.find("redirect") is not None:
        raise PortalUntrusted("The portal refused the change of tab.")
    updates = [(update.get("id", ""), update.text or "") for update in root.iter("update")]
    states = [text for name, text in updates if "ViewState" in name]
    if not states:
        raise PortalUntrusted("The portal's change of tab brought no new state.")
    return "".join(text for name, text in updates if "ViewState" not in name), states[-1]


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml")


def _fields(form: Tag) -> dict[str, str]:
    """The form's fields as a browser would send them, buttons left out."""
    fields: dict[str, str] = {}
    for field in form.find_all(["input", "select", "textarea"]):
        name = field.get("name")
        kind = str(field.get("type", "")).lower()
        if not name or kind in ("submit", "button", "image", "reset", "file"):
            continue
        if kind in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        if field.name == "select":
            chosen = field.find("option", selected=True) or field.find("option")
            fields[str(name)] = str(chosen.get("value", chosen.text)) if chosen else ""
        else:
            fields[str(name)] = str(field.get("value", field.text) or "")
    return fields


def _panels(form: Tag) -> dict[str, str]:
    """The client id of each view's panel, by the end of the id."""
    panels = {}
    for view, ending in VIEW_PANELS.items():
        panel = form.find(id=lambda text, end=ending: bool(text) and text.lower().endswith(end))
        if panel is None:
            raise PortalUntrusted("The portal's table has lost its tabs: its design has changed.")
        panels[view] = str(panel["id"])
    return panels


def _listing(page: BeautifulSoup) -> str:
    """hipaa or part2, by the titles of the columns and the headings."""
    headers = " ".join(cell.get_text(" ") for cell in page.find_all("th")).casefold()
    if "part 2 program" in headers:
        return "part2"
    if "covered entity type" in headers or "name of covered entity" in headers:
        return "hipaa"
    said = " ".join(tag.get_text(" ") for tag in page.find_all(["title", "h1", "h2"])).casefold()
    return "part2" if "part 2" in said else "hipaa"


def _title(page: BeautifulSoup) -> str:
    tag = page.find("title") or page.find(["h1", "h2", "body"])
    text = " ".join(tag.get_text(" ").split()) if tag else ""
    return f"“{text[:60]}”" if text else "without a title"
