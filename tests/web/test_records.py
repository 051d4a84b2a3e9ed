"""One report by its address: all that was seen of it, also under an older id."""

import shutil

import duckdb


def test_a_report_with_what_each_snapshot_showed(client_of, later_workspace):
    found = client_of(later_workspace).get("/api/breaches/2014-birch-plan-ca.json").json()
    assert found["breach_id"] == "2014-birch-plan-ca"
    assert found["page"] == "/report?id=2014-birch-plan-ca"
    assert found["report"]["individuals_affected"] == 300_000
    assert found["report"]["submitted_on"] == "2014-05-20"
    assert [
        (seen["retrieved_on"], seen["individuals_affected"]) for seen in found["observations"]
    ] == [
        ("2016-05-01", 250_000),
        ("2016-06-01", 300_000),
    ]
    assert found["revisions"] == [
        {
            "field": "individuals_affected",
            "old_value": "250000",
            "new_value": "300000",
            "previous_seen_on": "2016-05-01",
            "seen_on": "2016-06-01",
        }
    ]
    assert found["aliases"] == []


def test_an_unknown_report_is_named(client):
    answer = client.get("/api/breaches/2014-nobody-tx.json")
    assert (answer.status_code, answer.text) == (404, "There is no report '2014-nobody-tx'.\n")


def test_an_older_id_leads_to_the_current_one(client_of, small_workspace, tmp_path):
    copy = tmp_path / "breaches.duckdb"
    shutil.copy(small_workspace.database, copy)
    with duckdb.connect(copy) as con:
        con.execute("INSERT INTO breach_aliases VALUES ('2014-old-name-ca', '2014-birch-plan-ca')")
    client = client_of(copy)
    answer = client.get("/api/breaches/2014-old-name-ca.json")
    assert answer.status_code == 301
    assert answer.headers["location"] == "/api/breaches/2014-birch-plan-ca.json"
    assert client.get(answer.headers["location"]).json()["aliases"] == ["2014-old-name-ca"]


def test_the_address_takes_no_parameters(client):
    answer = client.get("/api/breaches/2014-birch-plan-ca.json?as_of=2016-05-01")
    assert (answer.status_code, answer.text) == (
        400,
        "The address of one report takes no parameters.\n",
    )
