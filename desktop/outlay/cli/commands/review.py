"""`outlay review show|save|list|remind`: a week in the owner's words beside its figures."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from outlay.app import App
from outlay.cli.envelope import moment_json
from outlay.cli.reply import NOTHING_YET, Reply
from outlay.cli.review_json import page_json, past_json
from outlay.cli.review_text import page_text, past_text
from outlay.cli.standing import standing
from outlay.domain.moments import day_of
from outlay.domain.review import WordsWish
from outlay.errors import WrongCallError
from outlay.presenters.days import moment_text
from outlay.presenters.review import reminder_text
from outlay.rules.reminders import DAYS, reminder_from
from outlay.rules.review_words import LONGEST

_MOST_READ = 1_000_000
"""Characters of standard input; three texts at their longest are far below it."""

_OFF = "off"


def answer(app: App, arguments: Namespace) -> Reply:
    """What an action says; without one the review of the last week that is over."""
    actions: dict[str, Callable[[App, Namespace], Reply]] = {"save": _save, "list": _list, "remind": _remind}
    return actions.get(arguments.action, _show)(app, arguments)


def _show(app: App, arguments: Namespace) -> Reply:
    return _page(app, getattr(arguments, "of", None))


def _page(app: App, day: date | None, notes: tuple[str, ...] = ()) -> Reply:
    page = app.review(day)
    problems, code = standing(app)
    nothing = not (page.saved or page.now.requests or page.now.shipped)
    if nothing and not app.spend(()).total.requests:
        code = NOTHING_YET
    return Reply(
        "review",
        page_json(page),
        page_text(page),
        period=page.now.period,
        problems=problems,
        notes=notes,
        code=code,
    )


def _save(app: App, arguments: Namespace) -> Reply:
    told = WordsWish(arguments.mattered, arguments.hard, arguments.next)
    wish = told if any(text is not None for text in told) else _from_stdin()
    cut = app.save_review(arguments.of, wish)
    return _page(app, arguments.of, (f"A text was cut to {LONGEST:,} characters.",) if cut else ())


def _from_stdin() -> WordsWish:
    if sys.stdin is None or sys.stdin.isatty():
        raise WrongCallError(
            "No text was given.",
            'Use --mattered, --hard and --next, or pipe in {"mattered": "...", "hard": "...", "next": "..."}.',
        )
    try:
        told = json.loads(sys.stdin.read(_MOST_READ + 1))
    except (ValueError, RecursionError) as error:
        raise _not_texts() from error
    return _wish(told)


def _wish(told: Any) -> WordsWish:
    if not isinstance(told, dict) or not told.keys() <= set(WordsWish._fields):
        raise _not_texts()
    if not all(text is None or isinstance(text, str) for text in told.values()):
        raise _not_texts()
    return WordsWish(**told)


def _not_texts() -> WrongCallError:
    return WrongCallError(
        "Standard input holds no texts.",
        'Write JSON such as {"mattered": "...", "hard": "...", "next": "..."}; what is left out stays as it was.',
    )


def _list(app: App, arguments: Namespace) -> Reply:
    found = app.past_reviews(arguments.find)
    text = past_text(found)
    if not found:
        text = "No saved review has these words." if arguments.find.strip() else "No review is saved yet."
    return Reply("reviews", {"reviews": [past_json(one) for one in found]}, text)


def _remind(app: App, arguments: Namespace) -> Reply:
    if arguments.when:
        app.set("review_reminder", _reminder(arguments.when))
    kept, following = reminder_from(app.settings.review_reminder), app.next_review_reminder()
    data = {
        "day": DAYS[kept.weekday] if kept else None,
        "at": f"{kept.at:%H:%M}" if kept else None,
        "next": moment_json(following),
        "notifications": app.settings.notifications,
    }
    if kept is None or following is None:
        return Reply("review_reminder", data, "No reminder.")
    yesterday = day_of(app.now, app.zone) - timedelta(days=1)
    text = f"Reminder: {reminder_text(kept)}, next on {moment_text(following, app.zone, yesterday)}."
    quiet = ("Notifications are off: outlay settings set notifications on",)
    return Reply("review_reminder", data, text, notes=() if app.settings.notifications else quiet)


def _reminder(words: list[str]) -> str | None:
    """The setting's own form of what was typed; None for off."""
    told = " ".join(words).lower()
    if told == _OFF:
        return None
    named, _, at = told.partition(" ")
    at = at if at.find(":") != 1 else f"0{at}"
    days = [day for day in DAYS if len(named) > 1 and day.startswith(named)]
    if len(days) != 1 or reminder_from(f"{days[0]} {at}") is None:
        raise WrongCallError(f"{told[:60]} is not a weekday and a time.", "Write it as friday 16:00, or off.")
    return f"{days[0]} {at}"
