"""docs/api.md names every address, parameter, header and limit that there is."""

from pathlib import Path

import pytest

from analysis import untrusted_sql
from analysis.explorer import ORDERS
from analysis.export import EXCEL_ROWS
from analysis.filters import LISTINGS, Filters
from web.downloads import MEDIA
from web.query import ENDINGS
from web.routes import routes

TEXT = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


def test_every_address_is_described():
    for route in routes():
        path = route.path.replace("{breach_id}", "<breach_id>").removesuffix("{ending}")
        if path not in ("/assets", "/api", "/api/{rest:path}"):
            assert path in TEXT, path
    for ending in {*MEDIA, *ENDINGS}:
        assert f".{ending}`" in TEXT or f".{ending}?" in TEXT, ending


@pytest.mark.parametrize("name", [*Filters.__dataclass_fields__, "sort", "columns"])
def test_every_parameter_is_described(name):
    assert f"`{ {'from_year': 'from', 'to_year': 'to'}.get(name, name) }`" in TEXT


def test_every_choice_header_and_limit_is_described(client):
    for choice in (*ORDERS, *LISTINGS):
        assert f"`{choice}`" in TEXT, choice
    for header in client.head("/api/breaches.csv").headers:
        if header.startswith("atlas-"):
            assert f"`{header.title()}`" in TEXT, header
    assert f"{EXCEL_ROWS:,} reports" in TEXT
    assert f"{untrusted_sql.MOST_ROWS:,} rows" in TEXT
    assert f"{untrusted_sql.MOST_BYTES // 1_000_000} MB; more" in TEXT
    assert f"{untrusted_sql.DEADLINE_SECONDS} seconds" in TEXT
    assert f"{untrusted_sql.MOST_CHARACTERS:,} characters" in TEXT
