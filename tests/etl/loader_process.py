"""A loader that can be killed: forks a fresh load for each line on standard input.

Run as a script. A line is `FILE DAY DELAY`: load FILE as the snapshot of DAY in a child, and kill
it with SIGKILL after DELAY seconds (`-` lets it finish). Answers each line with the child's exit
code, negative for a signal.
"""

import os
import signal
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from etl.load import Workspace, load


def main(database: str, raw: str) -> None:
    workspace = Workspace(Path(database), Path(raw))
    print("ready", flush=True)
    for line in sys.stdin:
        file, day, delay = line.split()
        child = os.fork()
        if not child:
            load(workspace, [Path(file)], date.fromisoformat(day))
            os._exit(0)
        if delay != "-":
            time.sleep(float(delay))
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
