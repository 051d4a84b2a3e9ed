"""Text that a spreadsheet would run is led by an apostrophe, everything else is left alone."""

import pandas as pd
import pyarrow as pa
import pytest

from analysis.safety import safe_batch, safe_cell, safe_for_spreadsheets

RUNS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"]
STAYS = ["", "Alder Clinic", "a=1", "1-2", " =1", "'=1", "<script>", None]


@pytest.mark.parametrize("text", RUNS)
def test_what_runs_is_led_by_an_apostrophe(text):
    assert safe_cell(text) == f"'{text}"


def test_a_table_and_a_batch_are_made_safe_alike():
    texts = [*RUNS, *STAYS]
    expected = [*(f"'{text}" for text in RUNS), *STAYS]
    numbers = list(range(-3, len(texts) - 3))
    batch = safe_batch(pa.RecordBatch.from_pydict({"text": texts, "number": numbers}))
    assert batch.to_pydict() == {"text": expected, "number": numbers}
    table = safe_for_spreadsheets(pd.DataFrame({"text": texts, "number": numbers}))
    assert [None if pd.isna(cell) else cell for cell in table["text"]] == expected
    assert table["number"].tolist() == numbers
