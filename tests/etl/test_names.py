"""Names typed differently compare equal; different organisations do not."""

import pytest

from etl.names import is_named_in, name_similarity, normalise_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Mary's Hospital & Clinics, P.C.", "ST MARYS  HOSPITAL AND CLINICS PC"),
        ("Hawai‘i Health", "Hawai’i Health"),
        ("Orlick & Kasper, M.D.'s, P.A.", "Orlick & Kasper, MDs, PA"),
        ("Alder Group d/b/a Alder Labs", "Alder Group DBA Alder Labs"),
        ("Childrenâ€™s Clinic", "Children’s Clinic"),
        ("Clínica Señal", "Clinica Senal"),
        ("mscripts®, LLC", "mscripts??, LLC "),
    ],
)
def test_spelling_does_not_count(one: str, other: str):
    similarity = name_similarity(one, other)
    assert normalise_name(one) == normalise_name(other) or similarity >= 0.85


def test_normalised_name_is_words_and_digits():
    assert normalise_name("  The “Kroger” Co., #12 (d/b/a K.) ") == "the kroger co 12 dba k"
    assert normalise_name("北京医院") != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alder Pharmacy", "Alder Pharmacy Services, LLC"),
        ("Birch Health System", "Cedar Health System"),
        ("Elm Hospital Azle", "Elm Hospital Fort Worth"),
        ("N/A", "Not Applicable"),
        ("UF", "UF Health Shands"),
    ],
)
def test_related_names_are_not_the_same(one: str, other: str):
    assert name_similarity(one, other) < 0.85


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alder Clinic", "The Alder Clinic, Inc."),
        ("Birch Center", "Oak County Board dba Birch Center"),
        ("Stamford Hospital, The", "Stamford Hospital"),
        ("CedarCross CedarShield", "Cedar Cross Cedar Shield"),
        ("Frederick Memorial Hospitial", "Frederick Memorial Hospital"),
    ],
)
def test_variants_of_a_name_are_the_same(one: str, other: str):
    assert name_similarity(one, other) >= 0.85


def test_a_name_is_found_in_whole_words_only():
    assert is_named_in("Alder, Inc.", "On 3 May a vendor, Alder, lost a laptop.")
    assert not is_named_in("Alder, Inc.", "The Calderon Clinic lost a laptop.")
    assert not is_named_in("N/A", "This is n/a.")
