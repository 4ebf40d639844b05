"""The week all drawings tell: 14 to 20 November 2026, with its sums."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from outlay.domain.answers import (
    Glance,
    ItemGlance,
    ItemKind,
    ItemState,
    OtherItems,
    PeriodGlance,
    Place,
    PlaceState,
    RunningSession,
    ShippedItem,
    SourceAnswer,
    StripDay,
)
from outlay.domain.attribution import Form, Reason
from outlay.domain.moments import Period, UtcMillis, moment_of
from outlay.domain.money import Amount
from outlay.domain.usage import QuotaWindow

ZONE = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 20)
PR, COMMIT, TICKET = ItemKind.PULL_REQUEST, ItemKind.COMMIT, ItemKind.TICKET


def at(day: int, hour: int, minute: int = 0) -> UtcMillis:
    return moment_of(datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC))


NOW = at(20, 17, 26)

ITEMS = (
    ShippedItem(
        "pr:acme/payments#41",
        PR,
        "Idempotent webhook retries",
        "acme/payments",
        at(20, 15, 2),
        ItemState.SETTLING,
    ),
    ShippedItem(
        "pr:acme/web#88", PR, "Invoice table keyboard", "acme/web", at(19, 17, 40), ItemState.SETTLING
    ),
    ShippedItem(
        "ticket:PAY-77",
        TICKET,
        "Refund receipts show the tax line of the first invoice",
        "acme/payments",
        at(19, 11),
        ItemState.SETTLING,
    ),
    ShippedItem(
        "commit:acme/tools@1a2b", COMMIT, "Pin the linter", "acme/tools", at(18, 9, 5), ItemState.SETTLING
    ),
    ShippedItem(
        "pr:acme/payments#39", PR, "Statement export", "acme/payments", at(18, 16, 20), ItemState.SETTLING
    ),
    ShippedItem(
        "pr:acme/payments#38", PR, "Rate limit headers", "acme/payments", at(17, 12), ItemState.SETTLING
    ),
    ShippedItem("pr:acme/web#85", PR, "Empty states", "acme/web", at(16, 14), ItemState.SETTLING),
)
_DOLLARS = (None, 2.1, 9.8, 13.4, 15.5, 7.9, 10.9, None, None, 15.4, 20.0, 12.9, 29.1, 15.2)
_SHIPPED = (
    (),
    (),
    (PR,),
    (PR, COMMIT),
    (),
    (PR, TICKET),
    (PR,),
    (),
    (),
    (PR,),
    (PR,),
    (PR, COMMIT),
    (PR, TICKET),
    (PR,),
)


def strip() -> tuple[StripDay, ...]:
    return tuple(
        StripDay(
            TODAY - timedelta(days=13 - n),
            None if dollars is None else round(dollars * 1_000_000),
            0,
            _SHIPPED[n],
        )
        for n, dollars in enumerate(_DOLLARS)
    )


def took(item: str, form: Form, title: str, state: ItemState, direct: float, context: float) -> ItemGlance:
    money = (round(direct * 1_000_000), round(context * 1_000_000))
    return ItemGlance(item, form, title, "acme/payments", state, *money)


def top_items(share: float) -> tuple[ItemGlance, ...]:
    """The drawing's items with a part of their money."""
    return tuple(
        one._replace(direct=round(one.direct * share), context=round(one.context * share))
        for one in (
            took("pr:1", Form.PULL_REQUEST, "Idempotent webhook retries", ItemState.SETTLING, 21.03, 3.0),
            took("pr:2", Form.PULL_REQUEST, "Invoice table keyboard", ItemState.SETTLING, 12.0, 1.6),
            took("branch:3", Form.BRANCH, "Statement export", ItemState.IN_FLIGHT, 9.4, 1.3),
            took("branch:4", Form.BRANCH, "Rate limit headers", ItemState.SET_ASIDE, 6.1, 0.9),
            took("ticket:5", Form.TICKET, "Refund receipts show the tax line", ItemState.SETTLING, 4.2, 0),
        )
    )


def period(days: int, micros: int, *, items: tuple[ShippedItem, ...], requests: int = 120) -> PeriodGlance:
    top = top_items(micros / 87_400_000)
    others = OtherItems(4, micros // 5, micros // 50)
    rest = micros - sum(item.whole for item in top) - others.direct - others.context
    not_linked = {Reason.NO_EDITS: rest - rest // 3, Reason.NOT_FOUND: rest // 3}
    span = Period(TODAY - timedelta(days=days - 1), TODAY + timedelta(days=1), ZONE)
    return PeriodGlance(
        span, Amount(micros), requests, 0, len(items), len(items), items, top, others, not_linked
    )


def source(reader: str, tool: str, *paths: str) -> SourceAnswer:
    places = tuple(Place(path, PlaceState.FOUND, 12) for path in paths)
    return SourceAnswer(
        reader,
        tool,
        PlaceState.FOUND,
        places,
        12 * len(paths),
        NOW,
        NOW,
        "Deletes logs after 30 days; figures are kept.",
        (),
    )


def filled() -> Glance:
    return Glance(
        as_of=NOW,
        zone=ZONE,
        revision=7,
        sample=False,
        last_sync=NOW,
        today=period(1, 15_200_000, items=ITEMS[:1], requests=30),
        week=period(7, 87_400_000, items=ITEMS),
        month=period(20, 225_000_000, items=ITEMS * 3, requests=900),
        strip=strip(),
        quotas=(
            QuotaWindow("codex", "primary", 300, 38.0, at(20, 19, 10), NOW),
            QuotaWindow("codex", "secondary", 10080, 61.0, at(24, 9), NOW),
        ),
        running=RunningSession("codex", "s1", "payments", Amount(3_180_000), NOW),
        sources=(
            source("logs.claude_code", "claude_code", "~/.claude/projects", "~/.config/claude/projects"),
            source("logs.codex", "codex", "~/.codex/sessions", "~/.codex/archived_sessions"),
        ),
        troubles=(),
        repositories=3,
        proposed_repositories=("/home/me/payments",),
    )
