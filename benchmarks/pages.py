"""How long a page takes on the server: `BREACH_DB=… python -m benchmarks.pages [PAGE…]`.

For each page: the first run on a cold process (cold), then the median of runs with a new filter
(change) and of runs from the cache (again), in milliseconds of the page script
without the network. The last column says how much a page sends to the browser.
"""

import logging
import statistics
import sys
import time
from functools import partial
from pathlib import Path

from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("[a-z]*.py"))
STATES = ("CA", "TX", "FL", "NY", "IL", "PA", "OH", "MA", "MI", "GA", "IN")


# A server compiles each page once, AppTest at each run: here, too, once.
ScriptCache.get_bytecode = partial(ScriptCache.get_bytecode, ScriptCache())


def timed(app: AppTest) -> float:
    began = time.perf_counter()
    app.run(timeout=60)
    assert not app.exception, app.exception[0].message
    return (time.perf_counter() - began) * 1000


def sent(app: AppTest) -> int:
    """Bytes of charts and tables of one run."""
    charts = sum(len(chart.proto.spec) for chart in app.get("plotly_chart"))
    tables = sum(len(table.proto.arrow_data.data) for table in app.get("arrow_data_frame"))
    return charts + tables


def main() -> None:
    logging.disable(logging.WARNING)
    print(f"{'page':<12} {'cold':>8} {'change':>8} {'again':>8} {'kB':>8}")
    for page in sys.argv[1:] or PAGES:
        app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=60)
        app.run()
        if page != "overview":
            app.switch_page(f"../pages/{page}.py")
        cold = timed(app)
        size = sent(app)
        changes, again = [], []
        for state in STATES:
            app.session_state["state"] = [state]
            changes.append(timed(app))
            again.append(timed(app))
        print(
            f"{page:<12} {cold:8.0f} {statistics.median(changes):8.0f} "
            f"{statistics.median(again):8.0f} {size / 1000:8.0f}"
        )


if __name__ == "__main__":
    main()
