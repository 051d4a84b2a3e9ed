"""What the reconciliation draws: a row a verdict, a dot a figure, none on top of another."""

import pandas as pd

from charts.methods import reconciliation


def figures(*rows: tuple[str, float, float]) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=["verdict", "published", "computed"])
    return found.assign(source="A <paper>", definition="Reports.")


def test_a_row_a_verdict_and_a_dot_a_figure():
    drawn = reconciliation(
        figures(
            ("differs", 100, 150),
            ("agrees", 10, 10),
            ("agrees", 20, 20),
            ("agrees", 1000, 998),
        )
    )
    agrees, differs = drawn.data
    assert sorted(agrees.x) == [0.998, 1, 1]
    assert list(differs.x) == [1.5]
    assert len({round(height, 3) for height in agrees.y}) == 3
    assert max(abs(height - 1) for height in agrees.y) < 0.5
    texts = [note.text for note in drawn.layout.annotations]
    assert texts == [
        "<b>3</b> found again, within 1% or rounding",
        "<b>1</b> differ without one",
    ]


def test_the_scale_holds_the_farthest_and_stays_even():
    drawn = reconciliation(figures(("differs, explained", 100, 10)))
    low, high = drawn.layout.xaxis["range"]
    assert low == -high
    assert low < -1
