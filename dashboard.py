"""The web app: Streamlit pages, data routes and security headers on one port.

`streamlit run dashboard.py` finds `app` by itself; `uvicorn dashboard:app` runs it too. The pages
are registered in `ui/shell.py`, which lies apart from `pages/` on purpose (docs/architecture.md).
"""

from pathlib import Path

import streamlit as st

from web.headers import SecurityHeaders
from web.latency import SendAtOnce
from web.routes import routes

ROOT = Path(__file__).parent

app = st.App(
    ROOT / "ui" / "shell.py",
    routes=routes(),
    middleware=[SecurityHeaders.as_middleware(), SendAtOnce.as_middleware()],
)
