"""What stands at the foot of the page for a 1:1, and what of the owner's leaves with it."""

from outlay.domain.shared_summary import SharedSummary
from outlay.domain.sharing import AmountsShown, Reveal, Section
from outlay.presenters.days import day_month_text
from outlay.presenters.tongue import later, number, plural, tr
from outlay.presenters.words import sentences
from outlay.rules.attribution.parameters import PARAMETERS

RAW_WARNING = later(
    "Raw tables can be used to compare people, which they are not made for: they are about one person's work alone."
)
NEVER = later("Never in it: prompts, replies, code, paths, sessions, hours, other people.")

_SECTIONS = {
    Section.WORDS: later("Your own words, as you wrote them"),
    Section.SHIPPED: later("What shipped: kinds of work and whether it settled"),
    Section.AGENTS: later("How many items agents took part in"),
    Section.TIMES: later("Median times in days"),
    Section.OUTCOMES: later("How many items held, were taken back or fixed later"),
}
_NAMES = {
    Reveal.TITLES: (later("Titles of your items"), ""),
    Reveal.REPOSITORIES: (later("Names of repositories"), later("Repositories as letters")),
    Reveal.BRANCHES: (later("Names of branches"), later("Branches as letters")),
    Reveal.TICKETS: (later("Keys of tickets"), later("Tickets as letters")),
}
_AMOUNTS = {
    AmountsShown.SHARE: later("Where the money went, in percent of these days' own spend"),
    AmountsShown.MONEY: later("Amounts of money at list price"),
}


def notes_of(summary: SharedSummary) -> tuple[str, ...]:
    """How many items, how much is seen, the method, the day, and what is invisible."""
    notes = summary.notes
    told = [
        tr("n {n}", n=number(notes.n)),
        tr("Logs since {day}", day=day_month_text(notes.since)) if notes.since else "",
        tr("{part} % of commits naming an agent have its log", part=notes.coverage)
        if notes.coverage is not None
        else "",
        tr("{part} % of the spend is not linked to an item", part=notes.not_linked)
        if notes.not_linked is not None
        else "",
        plural(notes.unpriced, one="{n} request has no known price", many="{n} requests have no known price")
        if notes.unpriced
        else "",
    ]
    made = tr("As of {day}. Outlay, method {method}.", day=_day(summary), method=notes.method)
    unseen = tr(
        "Not seen: completions, text pasted from chats, other machines, and logs deleted before they were read."
    )
    agents = tr(
        "By lines that landed: agent-written from {written} % on, mixed from {mixed} %, consulted below. Different tasks, "
        "chosen by the person; this is not the effect of AI.",
        written=round(100 * PARAMETERS.agent_written),
        mixed=round(100 * PARAMETERS.agent_consulted),
    )
    by_class = (agents,) if summary.agents else ()
    held = (
        (tr("Settling: landed less than 14 days before. Held: landed and still so after them."),)
        if Section.SHIPPED in summary.sections or summary.outcomes
        else ()
    )
    return (*by_class, *held, f"{sentences(*told)} {unseen} {made}")


def leaving(summary: SharedSummary) -> tuple[str, ...]:
    """Exactly what leaves with this summary, a line each."""
    told = [tr(_SECTIONS[one]) for one in summary.sections if one in _SECTIONS and _has(summary, one)]
    if summary.shipped:
        for reveal, (real, letters) in _NAMES.items():
            words = real if reveal in summary.reveal else letters
            if words and _named(summary, reveal):
                told.append(tr(words))
    if summary.amounts is not AmountsShown.NONE and (summary.spend or _items_with_money(summary)):
        told.append(tr(_AMOUNTS[summary.amounts]))
    if summary.tokens is not None:
        told.append(tr("Tokens"))
    if summary.models:
        told.append(tr("Names of models"))
    told.append(tr("Coverage, method and the day it was made"))
    return tuple(told)


def _has(summary: SharedSummary, section: Section) -> bool:
    return bool(summary.words) if section is Section.WORDS else True


def _named(summary: SharedSummary, reveal: Reveal) -> bool:
    items = summary.shipped or ()
    return {
        Reveal.TITLES: any(one.title is not None for one in items),
        Reveal.REPOSITORIES: any(one.repository for one in items),
        Reveal.BRANCHES: any(one.branch for one in items),
        Reveal.TICKETS: any(one.ticket for one in items),
    }.get(reveal, False)


def _items_with_money(summary: SharedSummary) -> bool:
    return any(one.money for one in summary.shipped or ())


def _day(summary: SharedSummary) -> str:
    as_of = summary.notes.as_of
    return f"{day_month_text(as_of)} {as_of.year}"
