"""What went wrong beside the event loop, as words a page can show."""

from collections.abc import Callable
from typing import NamedTuple

from outlay.errors import BusyError, NothingYetError, OutlayError, StoreError


class Failure(NamedTuple):
    """A reading or an act that brought nothing: what happened and what to do.

    `too_early`: nothing was ever read, so there is nothing to answer from yet. `passing`: it ends by itself, as when
    another program holds the database.
    """

    title: str
    advice: str
    too_early: bool = False
    passing: bool = False


def attempted(what: Callable[[], object]) -> object:
    """What it returns, or a Failure. A mistake of ours is told as such, without what a log says."""
    try:
        return what()
    except OutlayError as error:
        return Failure(
            error.title,
            error.advice,
            too_early=isinstance(error, NothingYetError),
            passing=isinstance(error, StoreError | BusyError),
        )
    except Exception as error:  # noqa: BLE001  shown on the page as ours; the rest of the window stays up
        return Failure(f"Outlay made a mistake ({type(error).__name__}).", "")
