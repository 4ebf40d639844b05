"""`outlay export`: a private summary of some weeks, as a file with no more in it than was ticked."""

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from outlay.app import App
from outlay.cli.commands.items import span_of
from outlay.cli.envelope import moment_json
from outlay.cli.export_words import NOTHING_WRITTEN, ticks_of, words_of
from outlay.cli.reply import SOURCE_FAILED, Reply
from outlay.cli.standing import standing
from outlay.domain.moments import Period, day_of
from outlay.domain.shared_summary import SharedSummary
from outlay.domain.sharing import RAW, Checked, FileFormat, Paper, SharedFile
from outlay.errors import WrongCallError
from outlay.presenters.days import moment_text, range_text
from outlay.presenters.shared_notes import NEVER, RAW_WARNING, leaving
from outlay.presenters.tongue import tr
from outlay.rules.periods import calendar_week, first_weekday


def answer(app: App, arguments: Namespace) -> Reply:
    """Write it, show what would be written, list what was, or check a file."""
    if arguments.log:
        return _log(app)
    if arguments.check:
        return _checked(app, app.check_shared(_path(arguments.check)))
    if arguments.format is None and arguments.dry_run:
        raise WrongCallError("A format is needed.", "Such as --format markdown.")
    if arguments.format is None or (arguments.out is None and not arguments.dry_run):
        raise WrongCallError("A format and a file are needed.", "Such as --format markdown --out summary.md.")
    return _exported(app, arguments)


def _exported(app: App, arguments: Namespace) -> Reply:
    period = _period(app, arguments)
    wanted = FileFormat(arguments.format)
    words = words_of(arguments.words, sys.stdin.read)
    summary = app.shared_summary(period, ticks_of(arguments.include, arguments.reveal), words)
    shared = app.shared_file(summary, wanted, Paper(arguments.paper))
    notes = _notes(summary, wanted)
    problems, code = standing(app)
    if arguments.dry_run:
        told = _previewed(summary, period, shared.made, notes, wants_json=arguments.json)
        return replace(told, problems=problems, code=code)
    done = app.share(shared, _path(arguments.out), replace=arguments.replace)
    text = "\n".join([f"{done.path} ({done.size:,} bytes)", f"sha256 {done.sha256}", *_leaves(summary)])
    data = {**_file_json(done), "leaves": list(leaving(summary))}
    return Reply("export", data, text, period=period, problems=problems, notes=notes, code=code)


def _previewed(
    summary: SharedSummary, period: Period, made: bytes, notes: tuple[str, ...], *, wants_json: bool
) -> Reply:
    """The same bytes on standard output; in JSON what they would be, and what leaves with them."""
    data = {"leaves": list(leaving(summary)), "bytes": len(made)}
    told = (*notes, *_leaves(summary), NOTHING_WRITTEN)
    if wants_json:
        return Reply("export", data, "", period=period, notes=notes)
    _to_stdout(made)
    return Reply("export", data, "", period=period, notes=told)


def _to_stdout(made: bytes) -> None:
    raw = getattr(sys.stdout, "buffer", None)
    sys.stdout.flush()
    if raw is None:
        sys.stdout.write(made.decode("utf-8", "replace"))
        return
    raw.write(made)
    raw.flush()


def _period(app: App, arguments: Namespace) -> Period:
    if arguments.week is not None:
        if arguments.since is not None or arguments.until is not None:
            raise WrongCallError("A week and a span are two things.", "Name --week, or --since and --until.")
        return calendar_week(arguments.week, app.zone, first_weekday(app.settings.week_start))
    if arguments.since is None and arguments.until is not None:
        raise WrongCallError("The first day is missing.", "Name it with --since.")
    return span_of(app, arguments) or app.shared_period()


def _leaves(summary: SharedSummary) -> tuple[str, ...]:
    return ("What leaves:", *(f"  {one}" for one in leaving(summary)), tr(NEVER))


def _notes(summary: SharedSummary, wanted: FileFormat) -> tuple[str, ...]:
    raw = (tr(RAW_WARNING),) if wanted in RAW else ()
    return (*raw, "These are sample data.") if summary.sample else raw


def _path(named: str) -> Path:
    return Path(named).expanduser().absolute()


def _log(app: App) -> Reply:
    files = app.share_log()
    lines = [_line(app, one) for one in files] or ["Nothing was exported yet."]
    return Reply("share_log", {"files": [_file_json(one) for one in files]}, "\n".join(lines), as_of=app.now)


def _line(app: App, one: SharedFile) -> str:
    days = range_text(Period(one.start, one.end, app.zone), year=True)
    reveal = f", with {', '.join(one.reveal)}" if one.reveal else ""
    when = moment_text(one.moment, app.zone, day_of(app.now, app.zone))
    return f"{when}  {one.format}  {days}{reveal}\n  {one.path}\n  sha256 {one.sha256}"


def _checked(app: App, found: Checked) -> Reply:
    data = {
        "path": found.path,
        "sha256": found.sha256,
        "exported_and_unchanged": bool(found.exact),
        "exported_to_this_path": bool(found.at_path),
        "exports": [_file_json(one) for one in found.exact or found.at_path],
    }
    code = 0 if found.exact else SOURCE_FAILED
    return Reply("export_check", data, _verdict(app, found), code=code)


def _verdict(app: App, found: Checked) -> str:
    if found.exact:
        return f"Exported here and unchanged since.\n{_line(app, found.exact[0])}"
    if found.at_path:
        return f"Not as it was exported: the file was changed or replaced.\n{_line(app, found.at_path[0])}"
    return "Not a file that was exported here, as far as the share log says."


def _file_json(one: SharedFile) -> dict[str, Any]:
    return {
        "written_at": moment_json(one.moment),
        "format": one.format,
        "start": one.start.isoformat(),
        "end": one.end.isoformat(),
        "sections": list(one.sections),
        "reveal": list(one.reveal),
        "path": one.path,
        "sha256": one.sha256,
        "bytes": one.size,
    }
