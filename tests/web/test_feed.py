"""The feed: valid Atom whatever a filer typed, with ids that stay."""

from datetime import datetime
from uuid import UUID

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(content: bytes) -> list[dict[str, str]]:
    """Each entry's id, title, updated, link and summary."""
    root = etree.fromstring(content)
    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert len(root.findall(f"{ATOM}{name}")) == 1
    datetime.fromisoformat(root.findtext(f"{ATOM}updated"))
    found = []
    for entry in root.findall(f"{ATOM}entry"):
        one = {
            name: entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated", "summary")
        }
        found.append(one | {"link": entry.find(f"{ATOM}link").get("href")})
    return found


def test_new_and_revised_reports_of_the_newest_snapshot_come_first(client_of, later_workspace):
    answer = client_of(later_workspace).get("/feed.xml")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    revised, new, *older = entries(answer.content)
    assert revised["title"] == "Revised: Birch Plan, 300,000 individuals affected"
    assert revised["summary"] == (
        "Changed individuals affected: 250000 → 300000. Health Plan, Hacking/IT Incident, "
        "Network Server, CA; submitted 2014-05-20."
    )
    assert revised["updated"] == new["updated"] == "2016-06-01T00:00:00Z"
    assert revised["link"] == "http://testserver/report?id=2014-birch-plan-ca"
    assert new["title"].startswith('New: Gum & Sons "<b>"')
    assert "\x0b" not in new["title"]
    assert [entry["updated"] for entry in older] == ["2016-05-01T00:00:00Z"] * 7
    assert older[-1]["title"] == ("New: Elm <script>alert(1)</script>, individuals not stated")


def test_ids_are_unique_and_stay_from_load_to_load(client_of, small_workspace, later_workspace):
    early = entries(client_of(small_workspace).get("/feed.xml").content)
    late = entries(client_of(later_workspace).get("/feed.xml").content)
    ids = [entry["id"] for entry in late]
    assert len(set(ids)) == len(ids) == 9
    assert {entry["id"] for entry in early} < set(ids)
    for name in ids:
        UUID(name.removeprefix("urn:uuid:"))


def test_a_reader_that_has_it_gets_304(client):
    mark = client.get("/feed.xml").headers["etag"]
    assert client.get("/feed.xml", headers={"If-None-Match": mark}).status_code == 304
