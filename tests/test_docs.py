"""The docs say what the code does: commands, columns, exit codes."""

import re
from pathlib import Path

from etl import errors
from etl.cli import _parser
from etl.dictionary import PATH, dictionary

DOCS = Path(__file__).resolve().parents[1] / "docs"


def test_the_data_dictionary_is_that_of_the_schema():
    assert PATH.read_text(encoding="utf-8") == dictionary(), "run python -m etl.dictionary"


def test_every_command_stands_in_the_docs_and_every_documented_one_exists():
    documented = set(re.findall(r"^\| `(\w+)", (DOCS / "commands.md").read_text(), re.MULTILINE))
    commands = next(action for action in _parser()._actions if action.choices).choices
    environment = {"BREACH_DB", "BREACH_RAW_DIR", "BREACH_PORTAL_URL"}
    assert documented - environment == set(commands)


def test_every_exit_code_stands_in_the_docs():
    documented = set(re.findall(r"^\| (\d) \|", (DOCS / "commands.md").read_text(), re.MULTILINE))
    codes = {str(kind.exit_code) for kind in errors.EtlError.__subclasses__()}
    assert codes | {"0"} == documented


def test_every_page_of_the_design_is_there():
    pages = {path.stem for path in (DOCS.parent / "pages").glob("[a-z]*.py")}
    assert pages == {
        "overview",
        "trends",
        "size",
        "sectors",
        "causes",
        "map",
        "cases",
        "report",
        "revisions",
        "explorer",
        "methods",
    }
