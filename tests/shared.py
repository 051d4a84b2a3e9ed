"""Where the full exports lie, for the tests that need real volume. The project passes without them."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
EXPORTS = SHARED / "exports"
NEWEST = EXPORTS / "2026-07-01"

needs_exports = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="needs the full portal exports in ../shared/exports"
)
needs_reference = pytest.mark.skipif(
    not (SHARED / "reference").is_dir(), reason="needs the reference facts in ../shared/reference"
)
