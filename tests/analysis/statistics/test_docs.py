"""The note on statistics names every public function, and no other."""

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import analysis.statistics

NOTE = Path(__file__).resolve().parents[3] / "docs" / "statistics.md"


def test_the_table_lists_every_public_function():
    table = NOTE.read_text(encoding="utf-8").split("## Which function")[1].split("##")[0]
    rows = [line.split("|") for line in table.splitlines() if line.startswith("|")][2:]
    listed = {name for row in rows for name in re.findall(r"`(\w+)`", row[2])}
    public = set()
    for module in pkgutil.iter_modules(analysis.statistics.__path__):
        found = importlib.import_module(f"analysis.statistics.{module.name}")
        public |= {
            name
            for name, member in inspect.getmembers(found, inspect.isfunction)
            if member.__module__ == found.__name__ and not name.startswith("_")
        }
    assert listed == public
