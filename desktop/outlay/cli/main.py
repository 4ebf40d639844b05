"""Runs one command: parses, answers, prints, and leaves with the exit code of the contract."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from outlay.app import App
from outlay.cli.arguments import parser
from outlay.cli.commands import command_named
from outlay.cli.envelope import enveloped
from outlay.cli.reply import OUR_BUG, SOURCE_FAILED, Reply
from outlay.cli.screens import Screens
from outlay.errors import OutlayError
from outlay.wiring import build_app, now


def main(words: Sequence[str], screens: Screens | None = None) -> int:
    """Answer one call, with screens for the commands that draw; returns its exit code. Never raises."""
    _speak_utf8()
    wants_json = "--json" in words
    try:
        arguments = parser(words).parse_args(list(words), Namespace(screens=screens))
        app = build_app(arguments.data_dir, arguments.as_of, arguments.zone)
        return _answer(app, arguments, wants_json=wants_json)
    except OutlayError as error:
        return _refuse(error, wants_json=wants_json)
    except BrokenPipeError:
        _let_go_of_stdout()
        return 0
    except _UnwritableError:
        _let_go_of_stdout()
        sys.stderr.write("The answer could not be written: nobody takes it, or the disk is full.\n")
        return SOURCE_FAILED
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. What was read so far is kept.\n")
        return 130
    except Exception as error:  # noqa: BLE001  the last stop: whatever else it is, it is our mistake
        return _own_fault(error, wants_json=wants_json)


def _answer(app: App, arguments: Namespace, *, wants_json: bool) -> int:
    reply = command_named(arguments.command)(app, arguments)
    _print(enveloped(reply, app.zone, app.now) if wants_json else reply.text, reply.notes)
    return reply.code


class _UnwritableError(Exception):
    """Standard output is closed or full."""


def _let_go_of_stdout() -> None:
    """Python flushes at the end; what cannot be written must not fail there again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)


def _print(text: str, notes: Sequence[str]) -> None:
    for note in notes:
        sys.stderr.write(note + "\n")
    if not text:
        return
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError, AttributeError) as error:
        raise _UnwritableError from error


def _refuse(error: OutlayError, *, wants_json: bool) -> int:
    sys.stderr.write(f"{error}\n")
    if wants_json:
        print(_failure(error.title, error.advice))
    return error.exit_code


def _own_fault(error: Exception, *, wants_json: bool) -> int:
    """A mistake of the program's. Its text may hold what a log said, so only its kind and place are told."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno}" if place else "?"  # noqa: PTH119
    title = f"Outlay made a mistake ({type(error).__name__} in {where})."
    sys.stderr.write(f"{title} Nothing that was read before is lost. Please report it.\n")
    if os.environ.get("OUTLAY_DEBUG"):
        import logging  # noqa: PLC0415  needed for our mistakes only

        logging.getLogger(__name__).error("our mistake", exc_info=error)
    if wants_json:
        print(_failure(title, "Please report it."))
    return OUR_BUG


def _failure(title: str, advice: str) -> str:
    reply = Reply("error", {"title": title, "advice": advice}, "")
    return enveloped(reply, ZoneInfo("UTC"), now())


def _speak_utf8() -> None:
    """Figures hold signs that not every terminal's encoding has; those it lacks are replaced, not fatal."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
