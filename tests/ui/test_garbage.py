"""Imports stay out of the search for garbage."""

import gc
import sys
from types import ModuleType

from ui.garbage import set_imports_aside


def test_imports_are_set_aside_once_and_again_when_there_are_more(monkeypatch):
    set_imports_aside()
    aside = gc.get_freeze_count()
    assert aside > len(sys.modules)
    later = [[] for _ in range(1000)]
    set_imports_aside()
    assert gc.get_freeze_count() <= aside
    monkeypatch.setitem(sys.modules, "imported_later", ModuleType("imported_later"))
    set_imports_aside()
    assert gc.get_freeze_count() >= aside + len(later)
