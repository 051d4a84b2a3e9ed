"""The pages of the stand-in portal, with what stands around the table on the real ones."""

import random
from dataclasses import dataclass
from html import escape

from tests.portal.exports import titles_of

VIEW_STATE = "javax.faces.ViewState"
FORMATS = {"excel": "Excel", "pdf": "PDF", "csv": "CSV", "xml": "XML"}
MARKERS = ("title", "alt", "src", "label", "chained")
SEARCH = {"ocrForm:states": "TX", "ocrForm:onlyTheft": "on", "ocrForm:years": "2020"}
"""What the search fields would send if a client filled them in; then the export is another."""


@dataclass(frozen=True)
class Ids:
    """The generated ids of one deployment: drawn anew for each server."""

    tab_view: str
    exporters: dict[tuple[int, str], str]
    navigation: str

    @classmethod
    def draw(cls, chance: random.Random) -> "Ids":
        drawn = [f"ocrForm:j_idt{number}" for number in chance.sample(range(10, 999), 10)]
        kinds = [(tab, kind) for tab in (0, 1) for kind in FORMATS]
        return cls(drawn[0], dict(zip(kinds, drawn[2:], strict=True)), drawn[1])

    def panel(self, tab: int) -> str:
        return f"{self.tab_view}:{('underInvTab', 'archiveTab', 'helpTab')[tab]}"


def page(ids: Ids, marker: str, view: dict, action: str, view_state: str) -> str:
    """A whole page. `view` has listing, tab, announced and fault."""
    listing, tab, fault = view["listing"], view["tab"], view["fault"]
    tabs = ["Under Investigation", "Archive", "Help"]
    if fault == "no archive tab":
        tabs.remove("Archive")
    places = [("Under Investigation", "Archive", "Help").index(label) for label in tabs]
    labels = "".join(
        f'<li role="tab"><a href="#{ids.panel(at)}" tabindex="-1">{label}</a></li>'
        for at, label in zip(places, tabs, strict=True)
    )
    panels = "".join(f'<div id="{ids.panel(at)}" role="tabpanel"></div>' for at in places)
    kind = "Part 2" if listing == "part2" else "HIPAA"
    return f"""<!DOCTYPE html>
<html><head><title>U.S. Department of Health &amp; Human Services - Office for Civil Rights</title>
</head><body>
<form id="headerForm" method="post"><input type="hidden" name="headerForm" value="headerForm"/>
<input type="hidden" name="{VIEW_STATE}" value="of another form"/></form>
<form id="ocrForm" name="ocrForm" method="post" enctype="multipart/form-data" action="{action}">
<input type="hidden" name="ocrForm" value="ocrForm"/>
<a href="#" onclick="{_handler(ids.navigation)}">View HIPAA Breach Reports</a>
<a href="#">Part 2 Program reports</a>
<div id="{ids.tab_view}" class="ui-tabs"><ul class="ui-tabs-nav">{labels}</ul>{panels}
<input type="hidden" name="{ids.tab_view}_activeIndex" value="{tab}" autocomplete="off"/></div>
<h2>{kind} {tabs[tab]} cases</h2>
<fieldset>
<select name="ocrForm:states" multiple="multiple"><option value="TX">Texas</option></select>
<input type="checkbox" name="ocrForm:onlyTheft"/>
<input type="submit" name="ocrForm:go" value="Go"/>
<input type="text" name="ocrForm:years" value="2020" disabled="disabled"/></fieldset>
<select name="ocrForm:reportResultTable_rppDD"><option value="50">50</option>
<option value="100" selected="selected">100</option></select>
{exporters(ids, marker, view)}{table(view)}
<input type="hidden" name="{VIEW_STATE}" id="j_id1:{VIEW_STATE}:0" value="{view_state}"/>
</form></body></html>"""


def partial(ids: Ids, marker: str, view: dict, view_state: str) -> str:
    """The answer to a change of tab: one update a region, and one with the new state."""
    state = f'<update id="j_id1:{VIEW_STATE}:0"><![CDATA[{view_state}]]></update>'
    regions = {"breachReports": exporters(ids, marker, view), "results": table(view)}
    updates = "".join(
        f'<update id="ocrForm:{name}"><![CDATA[{html}]]></update>' for name, html in regions.items()
    )
    if view["fault"] == "a change of tab without a new state":
        state = ""
    return partial_response(f"<changes>{updates}{state}</changes>")


def partial_response(inner: str) -> str:
    head = '<?xml version="1.0" encoding="UTF-8"?><partial-response id="j_id1">'
    return f"{head}{inner}</partial-response>"


def exporters(ids: Ids, marker: str, view: dict) -> str:
    """The four links of a tab, with ids of their own."""
    kinds = [kind for kind in FORMATS if kind != "csv" or view["fault"] != "no CSV exporter"]
    links = "".join(_link(ids.exporters[(view["tab"], kind)], kind, marker) for kind in kinds)
    return f'<div id="ocrForm:breachReports">{links}</div>'


def table(view: dict) -> str:
    """Headings, count, paginator; the rows themselves are beside the point."""
    announced, fault = view["announced"], view["fault"]
    titles = titles_of(view["listing"])
    if fault == "columns of neither listing":
        titles = ("Name", "State")
    heads = "".join(
        f'<th role="columnheader"><span class="ui-column-title">{escape(title)}</span></th>'
        for title in titles
    )
    body = (
        ""
        if announced
        else '<tr class="ui-datatable-empty-message"><td>No records found.</td></tr>'
    )
    in_words = announced + 1 if fault == "two numbers of rows" else announced
    shown = f"(Displaying {min(1, in_words)} - {min(100, in_words)} of {in_words:,})"
    widget = f'{{id:"ocrForm:reportResultTable",paginator:{{rows:100,rowCount:{announced}}}}}'
    if fault == "no number of rows":
        body, shown, widget = "", "", "{}"
    return (
        f'<div id="ocrForm:results"><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody>'
        f'</table><span class="ui-paginator-current">{shown}</span>'
        f'<script>PrimeFaces.cw("DataTable","widget",{widget});</script></div>'
    )


def _link(identity: str, kind: str, marker: str) -> str:
    title = f"Export as {FORMATS[kind]}"
    inner = {
        "title": f'<img title="{title}" src="/i/1.png"/>',
        "alt": f'<img alt="{title}" src="/i/1.png"/>',
        "src": f'<img src="/ocr/javax.faces.resource/{kind}.png.jsf?ln=images"/>',
        "label": FORMATS[kind],
        "chained": f'<img title="{title}" src="/i/1.png"/>',
    }[marker]
    handler = _handler(identity)
    if marker == "chained":
        quoted = handler.replace("&#39;", "\\&#39;")
        handler = f"jsf.util.chain(this,event,&#39;{quoted}&#39;);return false"
    return f'<a href="#" onclick="{handler}">{inner}</a>'


def _handler(identity: str) -> str:
    return (
        "mojarra.jsfcljs(document.getElementById(&#39;ocrForm&#39;),"
        f"{{&#39;{identity}&#39;:&#39;{identity}&#39;}},&#39;&#39;);return false"
    )
