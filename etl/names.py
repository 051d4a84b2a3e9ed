"""Names of organisations, made comparable."""

import re
from functools import lru_cache

from rapidfuzz import fuzz
from text_unidecode import unidecode

from etl.text import repair

# Apostrophes and the Hawaiian okina, typed or lost ("?", U+FFFD) inside a word.
_INSIDE_WORD = re.compile(r"['‘’ʻ`´\ufffd]|(?<=\w)\?+(?=\w)")
_INITIALS = re.compile(r"\b(\w)\.\s?(?=\w\b)")
_OTHER_NAME = re.compile(r"\b([dfa])\s?[/.]?\s?([bk])\s?[/.]?\s?a\b\.?")
_NOT_WORD = re.compile(r"[^a-z0-9]+")

# Said in place of a name, in the export of 2016.
_UNNAMED = frozenset({"na", "n a", "none", "not applicable", "see explanation below"})
# Remarks of OCR's case workers that stand in the name of some exports.
_REMARKS = re.compile(r"\b(privacy manager breach|dormant|breach case [0-9]+|none)\b")
_LEGAL_FORM = re.compile(
    r"\b(the|inc|incorporated|corp|corporation|co|company|ltd|limited|llc|pllc|llp|lp|pc|pa)\b"
)
_JOINTS = re.compile(r"\b(?:dba|aka|fka|also known as|doing business as|on behalf of)\b")


@lru_cache(maxsize=65536)
def normalise_name(name: str) -> str:
    """Lower-case words and digits of a name: what stays when punctuation is typed differently.

    "St. Mary's Hospital & Clinics, P.C." and "ST MARYS HOSPITAL AND CLINICS PC" come out the same;
    so do accents, curly quotes and characters that an export lost. Never empty for a name that
    has any letter or digit in any script.
    """
    text = _INSIDE_WORD.sub("", repair(name))
    text = unidecode(text).casefold().replace("&", " and ")
    text = _OTHER_NAME.sub(r" \1\2a ", text)
    text = _INITIALS.sub(r"\1", text)
    return _NOT_WORD.sub(" ", text).strip()


@lru_cache(maxsize=65536)
def core_names(name: str) -> tuple[str, ...]:
    """The names that a filed name holds, without legal forms: before and after "d/b/a", each alone.

    The first one is the whole name. Empty where the filer wrote that there is no name.
    """
    plain = normalise_name(name)
    if plain in _UNNAMED:
        return ()
    plain = _REMARKS.sub(" ", plain)
    whole = _without_legal_forms(_JOINTS.sub(" ", plain)) or plain.strip()
    parts = [_without_legal_forms(part) for part in _JOINTS.split(plain)]
    return tuple(dict.fromkeys([whole, *(part for part in parts if len(part) > 3)]))


@lru_cache(maxsize=65536)
def name_similarity(one: str, other: str) -> float:
    """How alike two filed names are, 0 to 1: one organisation's name typed twice is above 0.85.

    Word order, legal forms, spaces and a "d/b/a" on one side do not count.
    """
    ones, others = core_names(one), core_names(other)
    if not ones or not others:
        return 0.0
    in_words = max(fuzz.token_sort_ratio(a, b) for a in ones for b in others)
    as_typed = fuzz.ratio(normalise_name(one), normalise_name(other))
    run_together = fuzz.ratio(ones[0].replace(" ", ""), others[0].replace(" ", ""))
    return max(in_words, as_typed, run_together) / 100


@lru_cache(maxsize=65536)
def is_named_in(name: str, text: str) -> bool:
    """Whether a text (another name, a narrative) speaks of the organisation, in whole words."""
    padded = f" {normalise_name(text)} "
    return any(len(core) > 3 and f" {core} " in padded for core in core_names(name))


def _without_legal_forms(text: str) -> str:
    return " ".join(_LEGAL_FORM.sub(" ", text).split())
