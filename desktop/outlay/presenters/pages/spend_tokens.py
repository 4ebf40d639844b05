"""What a board of tokens would count, and what that number is made of. It explains; it does not judge."""

from collections.abc import Mapping
from typing import NamedTuple

from outlay.domain.answers import SpendAnswer, SpendRow
from outlay.domain.charts import MadeOf, MadeOfPart
from outlay.domain.pictures import Figure
from outlay.domain.spend_page import KindAmounts, TokenKind
from outlay.domain.tables import Cell, Column, Kind, Row, RowState, Table, Tone
from outlay.domain.token_sums import TokensAnswer
from outlay.domain.usage import TokenCounts
from outlay.domain.words import Run, Words
from outlay.presenters.amounts import AT_LEAST, UNKNOWN, bare_cents, cents_of, cents_text, shown_cents
from outlay.presenters.pages.spend import kind_text
from outlay.presenters.tokens import percent_text, percents, share_text, tokens_text
from outlay.presenters.tongue import decimal_sign, number, plural, tr
from outlay.presenters.words import as_beginning

KINDS = (TokenKind.CACHE_READ, TokenKind.CACHE_WRITE, TokenKind.INPUT, TokenKind.OUTPUT)
"""In the order they stand in the bar."""


class TokensAsked(NamedTuple):
    """What the place of tokens asks: the board's count, the amount by kind, and models with their value."""

    tokens: TokensAnswer
    amounts: KindAmounts | None
    models: SpendAnswer


class TokensView(NamedTuple):
    """Everything the place of tokens shows."""

    figure: Figure
    spoken: str
    caption: Words
    sentences: Words
    bar: MadeOf
    kinds: Table
    models: Table
    empty: str


def tokens_view(asked: TokensAsked) -> TokensView:
    """The words, the bar and the tables."""
    whole = asked.tokens.total.board
    counts = kind_counts(asked.tokens.total.tokens)
    text = tokens_text(whole) if whole else UNKNOWN
    return TokensView(
        figure=Figure("", text),
        spoken=tr("{count} tokens, as a board would count them", count=number(whole)),
        caption=(Run(_caption(whole)),),
        sentences=(Run(f"{_sentences(counts, asked.amounts)} "), Run(tr("How?"), link="tokens"))
        if whole
        else (),
        bar=_bar(counts, asked.amounts),
        kinds=_kinds(counts, asked),
        models=_models(asked),
        empty="" if whole else tr("No log of these days tells tokens."),
    )


def kind_counts(tokens: TokenCounts) -> dict[TokenKind, int]:
    """The counters by kind; they never overlap, so together they are the board's number."""
    written = (tokens.cache_write_5m, tokens.cache_write_1h, tokens.cache_write_unsplit)
    return {
        TokenKind.CACHE_READ: tokens.cache_read or 0,
        TokenKind.CACHE_WRITE: sum(count or 0 for count in written),
        TokenKind.INPUT: tokens.input_uncached or 0,
        TokenKind.OUTPUT: tokens.output or 0,
    }


def _caption(whole: int) -> str:
    if not whole:
        return tr("tokens, as a board would count them")
    return tr("tokens, as a board would count them: {count}, every kind alike", count=number(whole))


def _sentences(counts: dict[TokenKind, int], amounts: KindAmounts | None) -> str:
    """Two plain sentences: what most of the number is, and what it is worth at list price."""
    shares = dict(zip(KINDS, percents([counts[kind] for kind in KINDS]), strict=True))
    made = tr(
        "{share} of this number is context read from a cache: text that was sent again with each request.",
        share=percent_text(shares[TokenKind.CACHE_READ]),
    )
    worth = [amounts.by_kind.get(kind, 0) for kind in TokenKind] if amounts else []
    if not sum(worth):
        return made
    value = dict(zip(TokenKind, percents(worth), strict=True))
    valued = tr(
        "It is {read} of the list value; output is {count} of the tokens and {output} of the list value.",
        read=percent_text(value[TokenKind.CACHE_READ]),
        count=_share_text(counts[TokenKind.OUTPUT], sum(counts.values())),
        output=percent_text(value[TokenKind.OUTPUT]),
    )
    return f"{made} {valued}"


def _share_text(part: int, whole: int) -> str:
    """A share that may be small: `under 1 %`."""
    percent = (200 * part + whole) // (2 * whole) if whole else 0
    return percent_text(percent) if percent or not part else tr("under {share}", share=percent_text(1))


def _bar(counts: dict[TokenKind, int], amounts: KindAmounts | None) -> MadeOf:
    rows = [MadeOfPart(tr("Tokens"), tuple(counts[kind] for kind in KINDS))]
    value = tuple(amounts.by_kind.get(kind, 0) for kind in KINDS) if amounts else ()
    if sum(value):
        rows.append(MadeOfPart(tr("List value"), value))
    names = tuple(as_beginning(kind_text(kind)) for kind in KINDS)
    spoken = "; ".join(_bar_words(row, names) for row in rows)
    return MadeOf(tuple(rows), names, spoken)


def _bar_words(row: MadeOfPart, names: tuple[str, ...]) -> str:
    told = zip(names, percents(row.parts), strict=True)
    return f"{row.name}: " + ", ".join(f"{name} {percent_text(share)}" for name, share in told)


def _kinds(counts: dict[TokenKind, int], asked: TokensAsked) -> Table:
    """One row a kind: its tokens, its amount, and the share of each."""
    amounts: Mapping[TokenKind, int] = asked.amounts.by_kind if asked.amounts else {}
    kinds = [*KINDS, *([TokenKind.SEARCH] if amounts.get(TokenKind.SEARCH) else [])]
    whole, worth = asked.tokens.total.board, sum(amounts.values())
    cents = shown_cents(tuple(amounts.get(kind, 0) for kind in kinds), worth)
    told = zip(
        kinds,
        percents([counts.get(kind, 0) for kind in kinds]),
        cents,
        percents([amounts.get(kind, 0) for kind in kinds]),
        strict=True,
    )
    rows = [
        Row(
            kind.value,
            (
                Cell(as_beginning(kind_text(kind)), _about(kind, asked.tokens.total.tokens)),
                Cell(number(counts[kind]) if kind in counts else ""),
                Cell(share_text(share, counts[kind]) if kind in counts else "", tone=Tone.QUIET),
                Cell(bare_cents(part)) if amounts else None,
                Cell(share_text(value, amounts.get(kind, 0)), tone=Tone.QUIET) if amounts else None,
            ),
            opens=False,
        )
        for kind, share, part, value in told
    ]
    cells = (
        Cell(tr("All kinds")),
        Cell(number(whole)),
        None,
        Cell(cents_text(cents_of(worth)), sign=_sign(asked)) if amounts else Cell(UNKNOWN),
    )
    rows.append(Row("all", cells, state=RowState.GRAND_TOTAL, opens=False))
    return Table(_kind_columns(), tuple(rows), spoken=tr("Tokens by kind"), inset=0, decimal=decimal_sign())


def _kind_columns() -> tuple[Column, ...]:
    return (
        Column("kind", tr("Kind of token"), minimum=170),
        Column("tokens", tr("Tokens"), Kind.FIGURE, 110),
        Column("share", tr("Share"), Kind.FIGURE, 52, hides_below=420),
        Column("value", tr("List value"), Kind.MONEY, 92),
        Column("part", tr("Share"), Kind.FIGURE, 52, hides_below=420),
    )


def _about(kind: TokenKind, tokens: TokenCounts) -> str:
    if kind is TokenKind.CACHE_WRITE and tokens.cache_write_1h:
        return tr("{count} of it for 1 hour", count=tokens_text(tokens.cache_write_1h))
    if kind is TokenKind.OUTPUT and tokens.reasoning:
        return tr("{count} of it reasoning", count=tokens_text(tokens.reasoning))
    return ""


def _sign(asked: TokensAsked) -> str:
    return AT_LEAST if asked.models.amount.at_least else ""


def _models(asked: TokensAsked) -> Table:
    ordered = sorted(asked.models.rows, key=lambda row: -row.tokens.total)
    cents = shown_cents(tuple(row.list_micros for row in ordered), asked.models.total.list_micros)
    rows = [
        _model_row(row, part, first=at == 0)
        for at, (row, part) in enumerate(zip(ordered, cents, strict=True))
    ]
    columns = (
        Column("model", tr("Model"), minimum=170),
        Column("tokens", tr("Tokens"), Kind.FIGURE, 110),
        Column("read", tr("Cache read"), Kind.FIGURE, 92, hides_below=520),
        Column("output", tr("Output"), Kind.FIGURE, 72, hides_below=520),
        Column("value", tr("List value"), Kind.MONEY, 92),
    )
    return Table(columns, tuple(rows), spoken=tr("Tokens by model"), inset=0, decimal=decimal_sign())


def _model_row(row: SpendRow, cents: int, *, first: bool) -> Row:
    name = row.keys[0] or tr("Unknown")
    unpriced = row.unpriced_requests == row.requests and not row.list_micros
    requests = plural(row.requests, one="{n} request", many="{n} requests")
    amount = cents_text(cents) if first else bare_cents(cents)
    cells = (
        Cell(name, requests),
        Cell(number(row.tokens.total)),
        Cell(tokens_text(row.tokens.cache_read)),
        Cell(tokens_text(row.tokens.output)),
        Cell(UNKNOWN, tone=Tone.QUIET)
        if unpriced
        else Cell(amount, sign=AT_LEAST if row.unpriced_requests else ""),
    )
    return Row(name, cells, opens=False, spoken=f"{name}, {number(row.tokens.total)}, {amount}")
