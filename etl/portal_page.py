"""Reading the portal's pages: every id is found by what it means, never by its number."""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from lxml import etree

from etl.errors import PortalUntrusted

LATER = "try again later"
BY_HAND = "save both views of the portal's table by hand and load them with `python -m etl load`"
REDESIGNED = f"HHS may have changed the page, so {BY_HAND}"
VIEW_STATE = "javax.faces.ViewState"

# Label of each view's tab, and the end of its panel's id; tabs stand on the page in this order.
_TABS = {
    "under_investigation": ("under investigation", "underinvtab"),
    "archive": ("archive", "archivetab"),
}
VIEWS = tuple(_TABS)

_CSV = re.compile(r"(?<![a-z])csv(?![a-z])", re.IGNORECASE)
_NAMES_OF_A_LINK = ("title", "alt", "aria-label", "src")
_SUBMITTED_ID = re.compile(r"""\{\s*(['"])(?P<id>[^'"]+)\1\s*:\s*(['"])(?P=id)\3""")
_ROW_COUNT = re.compile(r"""rowCount["']?\s*:\s*(\d+)""")
_PAGINATOR = re.compile(r"\(Displaying\s+[\d,]+\s*-\s*[\d,]+\s+of\s+([\d,]+)\)")
_ACTIVE_INDEX = "_activeIndex"

Fields = tuple[tuple[str, str], ...]


class SessionExpired(Exception):
    """The portal forgot the session's state; a new session may work."""


@dataclass(frozen=True)
class Table:
    """The table that is shown: the id of its CSV exporter and the rows it announces."""

    csv_id: str
    announced_rows: int


@dataclass(frozen=True)
class TablePage:
    """A listing's page: its form, its tabs and the table of the tab that is shown.

    `panels` maps each view to the client id of its tab's panel; `view` is the one shown.
    """

    listing: str
    action: str
    fields: Fields
    tab_view: str
    panels: dict[str, str]
    view: str
    table: Table


def text_of(content: bytes) -> str:
    """The text of a page; raises SessionExpired where that is what it says."""
    text = content.decode("utf-8", errors="replace")
    if "ViewExpiredException" in text:
        raise SessionExpired
    return text


def read_page(content: bytes) -> TablePage:
    """Read a whole table page; raises PortalUntrusted where it is anything else."""
    # The line end keeps the parser from warning that a short notice looks like a file name.
    page = BeautifulSoup(f"{text_of(content)}\n", "lxml")
    form = page.find("form", id="ocrForm")
    if form is None:
        raise PortalUntrusted(
            f"The portal answered with another page ({_title(page)}) than its table: {LATER}, or "
            f"{BY_HAND}."
        )
    fields = _fields(form)
    panels = _panels(form)
    tab_view, index = _tab_view(fields, panels)
    if VIEW_STATE not in dict(fields) or not index.isdecimal() or int(index) >= len(VIEWS):
        raise _redesigned("its form has lost the state or shows no table")
    return TablePage(
        listing=_listing(form),
        action=str(form.get("action") or ""),
        fields=fields,
        tab_view=tab_view,
        panels=panels,
        view=VIEWS[int(index)],
        table=_table(form),
    )


def read_view_state(content: bytes) -> str:
    """The newer ViewState of a page that came again instead of what was asked for."""
    return dict(read_page(content).fields)[VIEW_STATE]


def read_tab_change(content: bytes) -> tuple[Table, str]:
    """The table that a partial response shows, and its new ViewState."""
    text_of(content)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise PortalUntrusted(
            f"The portal's answer to the change of tab is cut: {LATER}."
        ) from None
    if root.find("redirect") is not None or root.find("error") is not None:
        raise PortalUntrusted(f"The portal refused the change of tab: {LATER}, or {BY_HAND}.")
    updates = [(update.get("id", ""), update.text or "") for update in root.iter("update")]
    states = [text.strip() for name, text in updates if "ViewState" in name]
    if not states:
        raise _redesigned("its change of tab brings no new state")
    html = "".join(text for name, text in updates if "ViewState" not in name)
    return _table(BeautifulSoup(html, "lxml")), states[-1]


def replaced(fields: Fields, new: dict[str, str]) -> Fields:
    """The form's fields with some values set anew."""
    return tuple((name, value) for name, value in fields if name not in new) + tuple(new.items())


def _table(part: Tag) -> Table:
    return Table(_csv_id(part), _announced_rows(str(part)))


def _csv_id(part: Tag) -> str:
    """What the link submits that calls itself CSV: by title, alt, label, text or file name."""
    for link in part.find_all("a", onclick=True):
        tags = [link, *link.find_all("img")]
        names = [str(tag.get(name, "")) for tag in tags for name in _NAMES_OF_A_LINK]
        handler = str(link["onclick"]).replace("\\", "")
        submitted = _SUBMITTED_ID.search(handler)
        if submitted and _CSV.search(" ".join([*names, link.get_text(" ")])):
            return submitted["id"]
    raise _redesigned("it has no link to export the table as CSV")


def _announced_rows(html: str) -> int:
    """How many rows the shown table says it has; raises where it says nothing, or two things."""
    counts = {
        int(found.replace(",", ""))
        for pattern in (_ROW_COUNT, _PAGINATOR)
        for found in pattern.findall(html)
    }
    if not counts and "No records found" in html:
        return 0
    if len(counts) != 1:
        raise _redesigned("it does not say how many reports it lists")
    return counts.pop()


def _fields(form: Tag) -> Fields:
    """The form's fields as a browser would send them, buttons left out."""
    fields: list[tuple[str, str]] = []
    for field in form.find_all(["input", "select", "textarea"]):
        name, kind = field.get("name"), str(field.get("type", "")).lower()
        if not name or field.has_attr("disabled"):
            continue
        if field.name == "select":
            chosen = field.find_all("option", selected=True)
            if not chosen and not field.has_attr("multiple"):
                chosen = field.find_all("option", limit=1)
            fields += [(str(name), str(option.get("value", option.text))) for option in chosen]
        elif field.name == "textarea":
            fields.append((str(name), field.text))
        elif kind in ("checkbox", "radio"):
            if field.has_attr("checked"):
                fields.append((str(name), str(field.get("value", "on"))))
        elif kind not in ("submit", "button", "image", "reset", "file"):
            fields.append((str(name), str(field.get("value", ""))))
    return tuple(fields)


def _panels(form: Tag) -> dict[str, str]:
    """The client id of each view's panel: where the label of its tab leads, else by its ending."""
    ids = [str(tag["id"]) for tag in form.find_all(id=True)]
    led_to = {
        " ".join(link.get_text(" ").split()).casefold(): str(link["href"])[1:]
        for link in form.find_all("a", href=re.compile(r"^#."))
    }
    panels = {}
    for view, (label, ending) in _TABS.items():
        by_ending = (found for found in ids if found.casefold().endswith(ending))
        panel = led_to.get(label) or next(by_ending, None)
        if panel is None:
            raise _redesigned(f"it has no tab “{label.title()}”")
        panels[view] = panel
    return panels


def _tab_view(fields: Fields, panels: dict[str, str]) -> tuple[str, str]:
    """The id of the tabs that hold the panels, and the index of the one shown."""
    for name, index in fields:
        tab_view = name.removesuffix(_ACTIVE_INDEX)
        if tab_view != name and all(panel.startswith(tab_view) for panel in panels.values()):
            return tab_view, index
    raise _redesigned("its tabs do not say which one is shown")


def _listing(form: Tag) -> str:
    """hipaa or part2, by the titles of the table's columns; raises where they say neither."""
    cells = form.select("th, .ui-column-title, [role=columnheader]")
    titles = " ".join(" ".join(cell.get_text(" ") for cell in cells).split()).casefold()
    is_part2, is_hipaa = "part 2 program" in titles, "covered entity" in titles
    if is_part2 == is_hipaa:
        raise _redesigned("the columns do not say which listing it is")
    return "part2" if is_part2 else "hipaa"


def _redesigned(what: str) -> PortalUntrusted:
    return PortalUntrusted(f"The portal's page is not as known ({what}): {REDESIGNED}.")


def _title(page: BeautifulSoup) -> str:
    """The page's own title, fit for a terminal."""
    tag = page.find("title") or page.find(["h1", "h2", "body"])
    words = " ".join(tag.get_text(" ").split()) if tag else ""
    text = "".join(letter for letter in words if letter.isprintable())
    return f"“{text[:60]}”" if text else "without a title"
