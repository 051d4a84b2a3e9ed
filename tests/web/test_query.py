"""A reader's SQL over HTTP: answered, refused in one sentence, or told to wait."""

import pytest

from analysis import untrusted_sql


def test_csv_of_a_query_is_safe_for_spreadsheets(client):
    sql = (
        "SELECT entity_name, [1, 2] AS list, true AS yes, NULL AS nothing, -1 AS less FROM breaches"
    )
    answer = client.get("/api/query.csv", params={"sql": f"{sql} WHERE entity_name[1] = '='"})
    assert answer.status_code == 200
    assert answer.text == ('entity_name,list,yes,nothing,less\n\'=HYPERLINK(1),"[1, 2]",true,,-1\n')


def test_json_of_a_query_names_its_columns_and_types(client):
    found = client.get(
        "/api/query.json",
        params={"sql": "SELECT min(submitted_on) AS day, sum(individuals_affected) FROM breaches"},
    ).json()
    assert found["columns"] == [
        {"name": "day", "type": "DATE"},
        {"name": "sum(individuals_affected)", "type": "HUGEINT"},
    ]
    assert found["rows"] == [["2014-02-03", 78_261_201]]


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ({}, "The address takes one parameter: sql"),
        ({"sql": ""}, "There is no SQL"),
        ({"sql": "SELECT 1", "state": "TX"}, "The address takes one parameter: sql"),
        ({"sql": "SELECT 1; SELECT 2"}, "Only one SELECT is answered"),
        ({"sql": "SELECT nothing FROM breaches"}, "Binder Error"),
        ({"sql": "SELECT * FROM range(60000)"}, "The answer has more than 50,000 rows"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_sentence(client, params, says):
    answer = client.get("/api/query.csv", params=params)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith(says)
    assert len(answer.text.splitlines()) == 1


def test_a_third_query_at_once_is_told_when_to_come_back(client):
    places = [untrusted_sql._places.acquire(blocking=False) for _ in range(2)]
    try:
        answer = client.get("/api/query.csv", params={"sql": "SELECT 1"})
    finally:
        for _ in filter(None, places):
            untrusted_sql._places.release()
    assert places == [True, True]
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "10"
    assert client.get("/api/query.csv", params={"sql": "SELECT 1"}).text == "1\n1\n"


def test_an_unknown_format_is_named(client):
    assert client.get("/api/query.xml", params={"sql": "SELECT 1"}).status_code == 404


def test_without_a_database_the_way_out_is_said(client_of, tmp_path):
    answer = client_of(tmp_path / "none.duckdb").get("/api/query.csv", params={"sql": "SELECT 1"})
    assert answer.status_code == 503
