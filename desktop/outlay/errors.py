"""What can go wrong, each with a title for the screen and the advice that follows from it."""


class OutlayError(Exception):
    """The world's fault, not ours: says what happened and what the owner can do next.

    Args:
        title: one sentence on what happened.
        advice: one sentence on the next step; empty when there is none.
    """

    exit_code = 1

    def __init__(self, title: str, advice: str = "") -> None:
        super().__init__(f"{title} {advice}".strip())
        self.title = title
        self.advice = advice


class WrongCallError(OutlayError):
    """The command was called with something it cannot work on."""

    exit_code = 2


class NothingYetError(OutlayError):
    """There is nothing to answer from yet."""

    exit_code = 3


class BusyError(OutlayError):
    """Another run holds the lock."""

    exit_code = 4


class StoreError(OutlayError):
    """The database cannot be used as it is, so there is nothing to answer from."""

    exit_code = 3


class StoreTooOldError(StoreError):
    """The database was written by an older Outlay and waits to be brought up to date."""


class StoreTooNewError(StoreError):
    """The database was written by a newer Outlay."""


class StoreBusyError(StoreError):
    """Another program holds the database."""


class StoreFullError(StoreError):
    """The disk has no room for what was read."""


class UnsafeFolderError(OutlayError):
    """The data folder cannot be used, belongs to someone else, or others can write to it."""

    exit_code = 3


class GitError(OutlayError):
    """Git could not answer for one repository."""
