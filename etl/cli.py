"""The command line: `python -m etl …`. Parses, calls the function of the same name, prints."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from etl.errors import EtlError, UsageError
from etl.raw import COVERAGES

ROOT = Path(__file__).resolve().parents[1]
DEFAULT_DATABASE = ROOT / "data" / "breaches.duckdb"
INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code (see docs/commands.md)."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options) or 0
    except EtlError as error:
        print(f"etl: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("etl: stopped; nothing was changed.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        return 0


def workspace(database: str | None):
    """The database file and its raw folder, from --db, the environment or the defaults."""
    from etl.load import Workspace

    path = Path(database or os.environ.get("BREACH_DB") or DEFAULT_DATABASE)
    raw = Path(os.environ.get("BREACH_RAW_DIR") or path.parent / "raw")
    if path.is_dir():
        raise UsageError(f"{path} is a folder: --db names a file.")
    return Workspace(path, raw)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m etl",
        description="HHS OCR breach reports into DuckDB.",
        epilog="Exit codes: 0 done or nothing new, 2 wrong usage, 3 portal not reachable, "
        "4 portal answered but cannot be trusted, 5 a file could not be read or broke the "
        "contract, 6 another load is running.",
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--db", metavar="FILE", help="database (default data/breaches.duckdb, or BREACH_DB)"
    )
    loss = argparse.ArgumentParser(add_help=False)
    loss.add_argument(
        "--accept-loss",
        action="store_true",
        help="load although more than 1%% of the known reports would be gone",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run, help_text: str, *parents) -> argparse.ArgumentParser:
        found = commands.add_parser(
            name, help=help_text, description=help_text, parents=[common, *parents]
        )
        found.set_defaults(run=run)
        return found

    pull = command("pull", _pull, "Fetch both views from the portal and load them.", loss)
    pull.add_argument("--portal-url", metavar="URL", help="address (also BREACH_PORTAL_URL)")
    load = command("load", _load, "Load saved exports (CSV or Excel) as one snapshot.", loss)
    load.add_argument("files", nargs="+", type=Path, metavar="FILE")
    load.add_argument("--on", required=True, type=_day, metavar="YYYY-MM-DD", help="day saved")
    load.add_argument("--coverage", choices=COVERAGES, help="views of the portal the files show")
    command("sample", _sample, "Load the bundled sample of 2015.")
    command("rebuild", _rebuild, "Build the database again from the raw files.")
    export = command("export", _export, "Write the tables as Parquet and CSV files.")
    export.add_argument("folder", type=Path, metavar="DIR")
    status = command("status", _status, "Say what is loaded.")
    status.add_argument("--json", action="store_true", help="as JSON")
    command("verify", _verify, "Set published figures beside computed ones.")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day: write it as 2026-07-01") from None


def _pull(options) -> None:
    from etl.load import pull
    from etl.portal import DEFAULT_URL

    url = options.portal_url or os.environ.get("BREACH_PORTAL_URL") or DEFAULT_URL
    with _progress() as progress:
        outcome = pull(
            workspace(options.db), url, accept_loss=options.accept_loss, progress=progress
        )
    print(outcome.message)


def _load(options) -> None:
    from etl.load import load

    with _progress() as progress:
        outcome = load(
            workspace(options.db),
            options.files,
            options.on,
            options.coverage,
            accept_loss=options.accept_loss,
            progress=progress,
        )
    print(outcome.message)


def _sample(options) -> None:
    from etl.load import sample

    with _progress() as progress:
        outcome = sample(workspace(options.db), progress)
    print(outcome.message)


def _rebuild(options) -> None:
    from etl.load import rebuild

    with _progress() as progress:
        outcome = rebuild(workspace(options.db), progress)
    print(outcome.message)


def _export(options) -> None:
    from etl.export import export

    print(export(workspace(options.db), options.folder).message)


def _status(options) -> None:
    from etl.status import as_json, as_text, status

    found = status(workspace(options.db))
    print(as_json(found) if options.json else as_text(found))


def _verify(options) -> None:
    from etl.verify import verify

    print(verify(workspace(options.db)))


@contextmanager
def _progress() -> Iterator:
    """A bar on a terminal, plain lines elsewhere; both on standard error."""
    if not sys.stderr.isatty():
        yield lambda line: print(line, file=sys.stderr, flush=True)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("Starting", total=None)
        yield lambda line: bar.update(task, description=line, advance=1)
