"""Colours: told apart by every reader, visible on the light and the dark page."""

import math
from itertools import combinations

import pytest

from charts.theme import (
    ACCENT,
    BREACH_TYPE_COLOURS,
    ENTITY_TYPE_COLOURS,
    log_axis,
    short_number,
    spread,
)

LIGHT, DARK = "#ffffff", "#11161c"

# Linear-light matrices of Machado, Oliveira and Fernandes (2009), severity 1.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}


def linear(colour: str) -> list[float]:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    red, green, blue = (min(max(c, 0), 1) for c in rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, deficiency: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    return lab(
        [sum(m * c for m, c in zip(row, rgb, strict=True)) for row in DEFICIENCIES[deficiency]]
    )


def contrast(one: str, other: str) -> float:
    weights = (0.2126, 0.7152, 0.0722)
    light = [
        sum(w * c for w, c in zip(weights, linear(colour), strict=True)) for colour in (one, other)
    ]
    return (max(light) + 0.05) / (min(light) + 0.05)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("palette", [BREACH_TYPE_COLOURS, ENTITY_TYPE_COLOURS])
def test_colours_of_one_chart_are_told_apart(palette, deficiency):
    for (name, one), (other_name, other) in combinations(palette.items(), 2):
        distance = math.dist(seen(one, deficiency), seen(other, deficiency))
        assert distance > 10, f"{name} and {other_name} look alike ({distance:.1f}) in {deficiency}"


@pytest.mark.parametrize("page", [LIGHT, DARK])
def test_colours_stand_out_from_the_page(page):
    for colour in (ACCENT, *BREACH_TYPE_COLOURS.values(), *ENTITY_TYPE_COLOURS.values()):
        least = 2.0 if colour == BREACH_TYPE_COLOURS["Unknown"] else 2.4
        assert contrast(colour, page) >= least, f"{colour} on {page}: {contrast(colour, page):.2f}"


def test_axis_labels_of_sizes():
    assert log_axis(500, 78_800_000)["ticktext"] == ["500", "1k", "10k", "100k", "1M", "10M"]
    assert [short_number(n) for n in (500, 11_100, 78_800_000, 2.5e9)] == [
        "500",
        "11.1k",
        "78.8M",
        "2.5B",
    ]


def test_a_crowd_at_the_edge_stays_inside_and_leaves_the_others_alone():
    moved = spread([1.0, 9.6, 9.7, 9.8], 1, within=(0.5, 9.5))
    assert moved == pytest.approx([1.0, 7.5, 8.5, 9.5])
    assert spread([0.1, 0.2, 5.0], 1, within=(0.5, 9.5)) == pytest.approx([0.5, 1.5, 5.0])
