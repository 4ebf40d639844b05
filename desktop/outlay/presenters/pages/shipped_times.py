"""How long one item took in words, and why what is not known is not. Source: attribution.md 7.3."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from outlay.domain.attribution import Form
from outlay.domain.item_story import Happening, ItemStory
from outlay.domain.shipped_page import OpenItem
from outlay.domain.words import Run, Words
from outlay.presenters.durations import duration_text
from outlay.presenters.tongue import plural, tr
from outlay.presenters.words import as_beginning, joined
from outlay.rules.unit_times import active_days

ACCOUNTS = "sources:accounts"
"""What the link asks for where an account would tell more."""


def times_words(told: OpenItem, zone: ZoneInfo) -> Words:
    """The times that are known in a sentence, then what is not and why; with a way to connect an account."""
    story = told.story
    known, unknown = _known(story, zone), list(_unknown(story))
    runs = [Run(known)] if known else []
    runs += [Run(f" {why}" if runs or at else why) for at, why in enumerate(unknown)]
    if told.connected or not (unknown or _needs_account(story)):
        return tuple(runs)
    nobody = tr("No forge or tracker is connected.")
    return (*runs, Run(f" {nobody} " if runs else f"{nobody} "), Run(tr("Connect one\u2026"), link=ACCOUNTS))


def _known(story: ItemStory, zone: ZoneInfo) -> str:
    """`Coding 4 days 5 h, review 2 days, 6 days 7 h in all` and so on."""
    times, days = story.times, active_days(story.times, zone)
    told = [
        "" if times.coding is None else tr("coding {time}", time=duration_text(times.coding)),
        "" if times.review is None else tr("review {time}", time=duration_text(times.review)),
        "" if times.total is None else tr("{time} in all", time=duration_text(times.total)),
        ""
        if times.cycle is None
        else tr("ticket {time} from start to done", time=duration_text(times.cycle)),
        plural(days, one="worked on {n} day", many="worked on {n} days") if days else "",
    ]
    sentence = ", ".join(one for one in told if one)
    return f"{as_beginning(sentence)}." if sentence else ""


def _unknown(story: ItemStory) -> Iterator[str]:
    item, times = story.item, story.times
    pulls = [key for key in (item.item, *item.parts) if key.startswith("pr:")]
    if len(pulls) > 1:
        yield tr("Coding and review are told of each of its pull requests.")
    elif pulls and times.coding is None and not _is_opened(story):
        yield tr("Coding and review are not known: no forge told when its pull request was opened.")
    elif pulls and times.coding is None and item.landed is None:
        yield tr("Review has not begun.")
    yield from _of_tickets(story)


def _of_tickets(story: ItemStory) -> Iterator[str]:
    item, happened = story.item, {event.happening for event in story.timeline}
    untold = (
        item.system is None if item.form is Form.TICKET else bool(item.tickets) and not story.counted_with
    )
    if item.tickets and untold:
        names = joined([key.rsplit("/", 1)[-1] for key in item.tickets])
        yield tr("How long {tickets} took is not known: no tracker told of it.", tickets=names)
    elif item.form is Form.TICKET and Happening.TICKET_DONE not in happened:
        yield tr("The ticket is not done.")
    elif item.form is Form.TICKET and story.times.cycle is None:
        yield tr("How long the ticket took is not known: its tracker does not say when it was started.")


def _is_opened(story: ItemStory) -> bool:
    return any(event.happening is Happening.PULL_OPENED for event in story.timeline)


def _needs_account(story: ItemStory) -> bool:
    """Whether an account would tell more of it: what was entered by hand has nothing to tell."""
    item = story.item
    told = item.system is not None or item.times.coding is not None or item.times.cycle is not None
    return item.form is not Form.BY_HAND and not told
