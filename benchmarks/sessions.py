"""Fifty readers at once: `BREACH_DB=… python -m benchmarks.sessions [SESSIONS]`.

Starts the server, opens sessions (default 50) over its websocket as browsers do, and has each look
at every page with a filter of its own, all at the same time. Prints how long one reader alone waits
for a page (its script with all figures, finished), how long each of the many does, and the server's
memory (resident, and its peak) at rest, after one reader and after all of them.
"""

import asyncio
import os
import re
import statistics
import subprocess
import sys
import time
from itertools import product
from pathlib import Path
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.pages import PAGES, ROOT, STATES

PORT = 8599
# Fifty filters; further readers ask what the first ones asked.
ASKED = [
    f"state={state}&from={year}" for year, state in product((2010, 2012, 2014, 2016, 2018), STATES)
]


class Server:
    """The app, as `make run` starts it."""

    def __enter__(self) -> "Server":
        where = ["--server.address=127.0.0.1", f"--server.port={PORT}"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "dashboard.py", *where],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(100):
            try:
                urlopen(f"http://127.0.0.1:{PORT}/healthz").close()
                return self
            except OSError:
                time.sleep(0.2)
        raise SystemExit("The server did not start: is BREACH_DB a published database?")

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait()

    def megabytes(self) -> str:
        """Resident memory now, and the most it ever was."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        now, peak = (
            int(re.search(rf"{key}:\s+(\d+)", status)[1]) / 1024 for key in ("VmRSS", "VmHWM")
        )
        return f"{now:.0f} MB, at most {peak:.0f} MB"


async def look_at(socket: ClientConnection, page: str, query: str) -> float:
    """Milliseconds until the page's script has finished."""
    asked = BackMsg()
    asked.rerun_script.query_string = query
    asked.rerun_script.page_name = "" if page == "overview" else page
    began = time.perf_counter()
    await socket.send(asked.SerializeToString())
    async for message in socket:
        answer = ForwardMsg.FromString(message)
        if answer.WhichOneof("type") == "script_finished":
            return (time.perf_counter() - began) * 1000
    raise ConnectionError("The server closed the connection.")


async def reader(query: str) -> list[float]:
    """One session that looks at every page; it stays open until all are read."""
    address = f"ws://127.0.0.1:{PORT}/_stcore/stream"
    async with connect(address, subprotocols=["streamlit"], max_size=None) as socket:
        return [await look_at(socket, page, query) for page in PAGES]


async def many(queries: list[str]) -> list[float]:
    waits = await asyncio.gather(*(reader(query) for query in queries))
    return [wait for waited in waits for wait in waited]


def told(waits: list[float]) -> str:
    slow = statistics.quantiles(waits, n=20)[-1]
    return f"median {statistics.median(waits):.0f} ms, 95% within {slow:.0f} ms"


def main() -> None:
    if "BREACH_DB" not in os.environ:
        raise SystemExit("Name the database: BREACH_DB=… python -m benchmarks.sessions")
    sessions = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with Server() as server:
        print(f"at rest: {server.megabytes()}", flush=True)
        asyncio.run(many(["state=WY"]))
        alone = asyncio.run(many(["state=HI"]))
        print(f"1 reader: {told(alone)}; {server.megabytes()}", flush=True)
        waits = asyncio.run(many([ASKED[n % len(ASKED)] for n in range(sessions)]))
        print(f"{sessions} readers: {told(waits)}; {server.megabytes()}")


if __name__ == "__main__":
    main()
