"""Options that several commands have, and how days and moments are written."""

import argparse
from datetime import UTC, date, datetime

from outlay.domain.moments import UtcMillis, moment_of


def add_shared(command: argparse.ArgumentParser, *, top: bool) -> None:
    """Options that may stand before or after the command."""
    default = None if top else argparse.SUPPRESS
    command.add_argument("--data-dir", metavar="DIR", default=default, help="keep everything in DIR")
    command.add_argument(
        "--as-of", type=moment, metavar="MOMENT", default=default, help="answer as it stood then"
    )
    command.add_argument("--zone", metavar="IANA", default=default, help="cut days in this zone")
    command.add_argument(
        "--json", action="store_true", default=False if top else argparse.SUPPRESS, help="answer in JSON"
    )


def moment(text: str) -> UtcMillis:
    """A moment such as 2026-11-20T17:05:00Z; without a zone it is UTC."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        message = f"{text} is not a moment such as 2026-11-20T17:05:00Z"
        raise argparse.ArgumentTypeError(message) from error
    return moment_of(at if at.tzinfo else at.replace(tzinfo=UTC))


def day(text: str) -> date:
    """A day such as 2026-11-20."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text} is not a day such as 2026-11-20"
        raise argparse.ArgumentTypeError(message) from error


def nothing(_: argparse.ArgumentParser) -> None:
    """A command without options of its own."""


def span(command: argparse.ArgumentParser) -> None:
    """The first day, and the day after the last."""
    command.add_argument("--since", type=day, metavar="DAY", help="first day")
    command.add_argument("--until", type=day, metavar="DAY", help="the day after the last")
