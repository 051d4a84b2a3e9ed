"""Failures of the ETL: each is one clear sentence that says what to do, and an exit code."""


class EtlError(Exception):
    """A failure the user can act on. `str(error)` is the one sentence that is shown."""

    exit_code = 5


class UsageError(EtlError):
    """The command was called in a way that cannot work (exit 2)."""

    exit_code = 2


class PortalUnreachable(EtlError):
    """The HHS portal did not answer, or not in time (exit 3)."""

    exit_code = 3


class PortalUntrusted(EtlError):
    """The portal answered with something that cannot be trusted (exit 4)."""

    exit_code = 4


class LossRefused(EtlError):
    """The new snapshot would lose reports that were seen before (exit 4)."""

    exit_code = 4


class FileUnreadable(EtlError):
    """A file could not be read, or broke the contract (exit 5)."""

    exit_code = 5


class DatabaseUnusable(EtlError):
    """The database file cannot be opened, read or written (exit 5)."""

    exit_code = 5


class LoadRunning(EtlError):
    """Another load holds the lock (exit 6)."""

    exit_code = 6
