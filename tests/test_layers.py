"""Data goes one way: the layers of the design, held by import-linter."""

from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]


def test_the_layering_rules_hold(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_only_ui_pages_and_the_dashboard_import_streamlit():
    importers = {
        path.relative_to(ROOT).parts[0]
        for path in ROOT.glob("*/**/*.py")
        if ".venv" not in path.parts
        and any(
            line.startswith(("import streamlit", "from streamlit"))
            for line in path.read_text(encoding="utf-8").splitlines()
        )
    }
    assert importers - {"tests", "benchmarks"} == {"ui", "pages"}


def test_pages_hold_no_sql_and_fit_on_a_few_screens():
    for page in (ROOT / "pages").glob("*.py"):
        text = page.read_text(encoding="utf-8")
        assert "SELECT " not in text, page.name
        assert "groupby" not in text, page.name
        assert len(text.splitlines()) <= 120, page.name
