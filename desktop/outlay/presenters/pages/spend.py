"""The Spend page in words: the way there, the figure, its tokens, the table."""

from typing import NamedTuple

from outlay.domain.pictures import Figure
from outlay.domain.spend_page import KindAmounts, SpendPage, TokenKind
from outlay.domain.usage import TokenCounts
from outlay.domain.words import Run, Words
from outlay.presenters.amounts import UNKNOWN, amount_text, basis_words, figure, spoken
from outlay.presenters.pages.empty_days import Known, empty_caption, empty_words
from outlay.presenters.pages.spend_table import SpendTable, Wishes, spend_table
from outlay.presenters.pages.spend_words import Crumb, crumbs
from outlay.presenters.spans import of_span
from outlay.presenters.tokens import percent_text, percents, tokens_text
from outlay.presenters.tongue import plural, tr
from outlay.presenters.words import as_beginning
from outlay.rules.spans import Unit

PRICES, TOKENS, GROUPS, HOW = "prices", "tokens", "groups", "how"
"""What links of the page ask for."""


class SpendView(NamedTuple):
    """Everything the page shows. `empty` is the heading of an empty period, else empty with its sentence."""

    crumbs: tuple[Crumb, ...]
    name: str
    tool: str
    figure: Figure
    spoken: str
    caption: Words
    tokens: Words
    table: SpendTable
    note: Words
    empty: str
    empty_sentence: Words


def spend_view(page: SpendPage, unit: Unit, home: str, wishes: Wishes) -> SpendView:
    """The page of an answer."""
    way = crumbs(page.question.steps, home)
    tool = next((crumb.tool for crumb in reversed(way) if crumb.tool), "")
    name = way[-1].text if page.question.steps else tr("All")
    nothing = not page.total.requests
    return SpendView(
        crumbs=way,
        name=name,
        tool=tool,
        figure=Figure("", UNKNOWN) if nothing else figure(page.amount),
        spoken=f"{name}: {tr('no use') if nothing else spoken(page.amount)}",
        caption=_caption(page, unit),
        tokens=() if nothing else _tokens(page),
        table=spend_table(page, home, f"tool.{_hue(tool)}" if tool else "meaning.spend", name, wishes),
        note=_note(page),
        empty=tr("Nothing in these days") if nothing else "",
        empty_sentence=_empty_sentence(page) if nothing else (),
    )


def _hue(tool: str) -> str:
    return tool if tool in _HUES else "other"


_HUES = frozenset({"claude_code", "codex", "cursor", "copilot", "gemini_cli"})


def _caption(page: SpendPage, unit: Unit) -> Words:
    """`list value, 23 sessions, of \u2265 $87.40 this week`."""
    basis = basis_words(page.amount.basis)
    if not page.total.requests:
        return (Run(empty_caption(_known(page), basis)),)
    sessions = page.sessions
    told = plural(sessions, one="{n} session", many="{n} sessions") if sessions is not None else ""
    parts = [basis, told]
    if page.question.steps:
        parts.append(tr("of {amount} {span}", amount=amount_text(page.all_amount), span=of_span(unit)))
    sentence = ", ".join(part for part in parts if part)
    if not page.total.unpriced_requests:
        return (Run(sentence),)
    unpriced = plural(
        page.total.unpriced_requests,
        one="{n} request has no known price and is in no sum.",
        many="{n} requests have no known price and are in no sum.",
    )
    return (Run(f"{sentence}. {unpriced} "), Run(tr("Set a price"), link=PRICES))


def _tokens(page: SpendPage) -> Words:
    """What went in and out, what was charged for it, and where the prices stand."""
    sentences = [counted_text(page.total.tokens), _charged(page.amounts) if page.amounts else ""]
    told = " ".join(sentence for sentence in sentences if sentence)
    links = ((tr("Prices used"), PRICES), (tr("Tokens"), TOKENS), (tr("How?"), HOW))
    runs = [run for text, what in links for run in (Run("   "), Run(text, link=what))]
    return (Run(f"{told} "), *runs[1:])


def counted_text(tokens: TokenCounts) -> str:
    """`Input 0.4 M, cache read 84 M, output 0.7 M tokens.`; what no log tells is left out."""
    written = [tokens.cache_write_5m, tokens.cache_write_1h, tokens.cache_write_unsplit]
    parts = []
    if tokens.input_uncached is not None:
        parts.append(tr("input {count}", count=tokens_text(tokens.input_uncached)))
    if tokens.cache_read is not None:
        parts.append(tr("cache read {count}", count=tokens_text(tokens.cache_read)))
    if any(count for count in written):
        whole = tokens_text(sum(count or 0 for count in written))
        hour = tokens.cache_write_1h
        parts.append(
            tr("cache written {count} ({hour} for 1 hour)", count=whole, hour=tokens_text(hour))
            if hour
            else tr("cache written {count}", count=whole)
        )
    if tokens.output is not None:
        parts.append(tr("output {count}", count=tokens_text(tokens.output)))
    if not parts:
        return tr("The logs tell no tokens.")
    return as_beginning(tr("{parts} tokens.", parts=", ".join(parts)))


def _charged(amounts: KindAmounts) -> str:
    """`Cache read is 55 % of the amount, cache written 41 %, output 4 %.`, the largest first."""
    told = sorted(((micros, kind) for kind, micros in amounts.by_kind.items() if micros), reverse=True)
    shares = percents([micros for micros, _ in told])
    named = [(kind, share) for (_, kind), share in zip(told, shares, strict=True) if share]
    if not named:
        return ""
    (first, share), rest = named[0], named[1:]
    begun = tr(
        "{kind} is {share} of the amount", kind=as_beginning(kind_text(first)), share=percent_text(share)
    )
    others = [tr("{kind} {share}", kind=kind_text(kind), share=percent_text(part)) for kind, part in rest]
    return ", ".join([begun, *others]) + "."


def kind_text(kind: TokenKind) -> str:
    """What an amount was charged for."""
    return {
        TokenKind.INPUT: tr("input"),
        TokenKind.CACHE_READ: tr("cache read"),
        TokenKind.CACHE_WRITE: tr("cache written"),
        TokenKind.OUTPUT: tr("output"),
        TokenKind.SEARCH: tr("web searches"),
    }[kind]


def _note(page: SpendPage) -> Words:
    """What is needed before groups of projects tell anything."""
    if page.question.by != "group" or any(group.step.value for group in page.groups):
        return ()
    sentence = tr("No project is in a group yet. A group is a client or a product.")
    return (Run(f"{sentence} "), Run(tr("Make one on Sources"), link=GROUPS))


def _empty_sentence(page: SpendPage) -> Words:
    if page.question.steps:
        return empty_words(_known(page), tr("No request of this was written in these days."))
    return empty_words(_known(page), tr("No tool wrote a request."))


def _known(page: SpendPage) -> Known:
    return Known(page.period, page.as_of, page.oldest, page.newest)
