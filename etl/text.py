"""Text as a person typed it: stray white space removed, damage by earlier saves repaired."""

import csv
import re
from functools import lru_cache
from pathlib import Path

import ftfy
from ftfy.badness import is_bad

# Narratives hold these and no others unless they are damaged; the full look costs far more.
_BEYOND_USUAL = re.compile("[^\x00-\x7f’‘“”–—•…§®©™éèíóñáü\xa0]")
_SPACES = re.compile(r"[ \t\u00a0]+")
_STRAY_BACKSLASHES = re.compile(r"^[ \t]*\\+[ \t]*$", re.MULTILINE)


@lru_cache(maxsize=1)
def _repairs() -> tuple[tuple[str, str], ...]:
    """Sequences that no encoding explains, each with what stood there and why we think so."""
    with (Path(__file__).parent / "text_repairs.csv").open(encoding="utf-8", newline="") as file:
        return tuple((row["seen"], row["meant"]) for row in csv.DictReader(file))


def repair(text: str) -> str:
    """Undo mojibake and known lost characters; plain ASCII comes back untouched."""
    if text.isascii() or not _BEYOND_USUAL.search(text):
        return text
    for seen, meant in _repairs():
        text = text.replace(seen, meant)
    return ftfy.fix_encoding(text) if is_bad(text) else text


def one_line(text: str) -> str:
    """Repaired text on one line: for names and categories."""
    return _SPACES.sub(" ", repair(text).replace("\n", " ").replace("\r", " ")).strip()


def paragraphs(text: str) -> str:
    """Repaired text that keeps its line breaks: for narratives."""
    lines = repair(text).replace("\r\n", "\n").replace("\r", "\n")
    if "\\" in lines:  # A hundred narratives of the archive end in lines of a lone backslash.
        lines = _STRAY_BACKSLASHES.sub("", lines)
    return lines.strip()
