"""The week all drawings tell, 16 to 22 November 2026, as an answer; and an item's story."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from outlay.domain.answers import ItemKind, ItemState, ShippedItem
from outlay.domain.attribution import Form, Tier, WorkKind
from outlay.domain.item_story import (
    Happening,
    ItemStory,
    LandedLines,
    SameSessions,
    StoryEvent,
    StoryTurn,
)
from outlay.domain.items import NOTHING, Item, ItemsAnswer, Unlinked
from outlay.domain.moments import Period, UtcMillis, moment_of
from outlay.domain.money import MICROS, Amount
from outlay.domain.unit_times import Times
from outlay.domain.week import WeekAnswer, WeekDay

ZONE = ZoneInfo("Europe/Berlin")
PR, COMMIT, TICKET = ItemKind.PULL_REQUEST, ItemKind.COMMIT, ItemKind.TICKET
MONDAY = date(2026, 11, 16)


def at(month: int, day: int, hour: int, minute: int = 0) -> UtcMillis:
    return moment_of(datetime(2026, month, day, hour, minute, tzinfo=ZONE))


def dollars(amount: float) -> int:
    return round(amount * MICROS)


def shipped(key: str, kind: ItemKind, title: str, day: date) -> ShippedItem:
    return ShippedItem(key, kind, title, "harbor/api", at(day.month, day.day, 12), ItemState.SETTLING)


def used_day(day: date, by_tool: dict[str, int], items=(), unpriced: int = 0) -> WeekDay:
    requests = 10 * len(by_tool) + unpriced
    return WeekDay(
        day,
        tuple(by_tool.items()),
        requests,
        unpriced,
        tuple(shipped(key, kind, title, day) for key, kind, title in items),
        (("cursor", unpriced),) if unpriced else (),
    )


def unused_day(day: date) -> WeekDay:
    return WeekDay(day, (), 0, 0, ())


def three(claude: float, codex: float, cursor: float) -> dict[str, int]:
    return {"claude_code": dollars(claude), "codex": dollars(codex), "cursor": dollars(cursor)}


WEEK_DAYS = (
    used_day(MONDAY, three(9.8, 3.5, 0.9), [("pr:a#97", PR, "Cache CI dependencies")]),
    used_day(MONDAY + timedelta(1), three(14.1, 3.2, 1.3), [("pr:a#485", PR, "Fix rounding in tax totals")]),
    used_day(
        MONDAY + timedelta(2),
        three(5.2, 6.2, 0.5),
        [("pr:a#310", PR, "Invoice table keyboard"), ("commit:a@9f31c2a", COMMIT, "Raise deploy timeout")],
    ),
    used_day(
        MONDAY + timedelta(3),
        three(20.4, 4.8, 2.1),
        [
            ("pr:a#482", PR, "Idempotent webhook retries"),
            ("ticket:HBR-207", TICKET, "Choose a queue library"),
        ],
        9,
    ),
    used_day(MONDAY + timedelta(4), three(11.9, 1.9, 1.6), [("pr:a#312", PR, "Upgrade date picker")], 5),
    unused_day(MONDAY + timedelta(5)),
    unused_day(MONDAY + timedelta(6)),
)


def answer_of(days, *, known: bool = True) -> WeekAnswer:
    period = Period(days[0].day, days[-1].day + timedelta(1), ZONE)
    micros = sum(part for day in days for _, part in day.by_tool)
    unpriced = sum(day.unpriced_requests for day in days)
    number = sum(len(day.items) for day in days)
    work = ItemsAnswer(period, 1, (), Unlinked({}), micros, 100, unpriced, None, "m")
    return WeekAnswer(
        period,
        at(11, 23, 9),
        1,
        False,
        tuple(days),
        Amount(micros, at_least=unpriced > 0),
        unpriced,
        number if known else None,
        number,
        work,
    )


def week_answer() -> WeekAnswer:
    return answer_of(WEEK_DAYS)


def turn(moment: UtcMillis, tier: Tier, micros: int | None, unpriced: int = 0) -> StoryEvent:
    told = StoryTurn("claude_code", "s1", 1, moment, moment, 5, unpriced, tier, micros, 1)
    return StoryEvent(moment, Happening.TURN, turn=told)


def event(moment: UtcMillis, happening: Happening, name: str = "pr:harbor/api#482") -> StoryEvent:
    return StoryEvent(moment, happening, name)


def commit(moment: UtcMillis) -> StoryEvent:
    return StoryEvent(moment, Happening.COMMIT, "a1b2c3d4e5", "Retry webhooks")


TEXT, ASIDE = Tier.LANDED_TEXT, Tier.BRANCH_ONLY
STORY_EVENTS = (
    turn(at(11, 13, 10, 12), TEXT, dollars(6.0)),
    commit(at(11, 13, 13)),
    turn(at(11, 16, 9), TEXT, dollars(3.4)),
    turn(at(11, 16, 10), ASIDE, dollars(0.7)),
    commit(at(11, 16, 12)),
    turn(at(11, 17, 9), TEXT, dollars(4.6)),
    event(at(11, 17, 15, 30), Happening.PULL_OPENED),
    turn(at(11, 19, 9), TEXT, dollars(11.8)),
    turn(at(11, 19, 9, 30), ASIDE, dollars(2.1)),
    event(at(11, 19, 16, 40), Happening.PULL_MERGED),
    event(at(11, 19, 16, 40), Happening.LANDED),
)


def story_of(events) -> ItemStory:
    item = Item(
        "pr:harbor/api#482",
        (),
        Form.PULL_REQUEST,
        WorkKind.FEATURE,
        "Idempotent webhook retries",
        "harbor/api",
        ItemState.SETTLING,
        None,
        None,
        None,
        NOTHING,
        NOTHING,
        None,
        (),
        (),
        (),
        0,
        (),
        False,
    )
    return ItemStory(
        item,
        1,
        (),
        (),
        None,
        Times(),
        LandedLines(0, 0, 0, 0),
        None,
        (),
        SameSessions(0, 0, Unlinked({})),
        (),
        (),
        (),
        tuple(events),
        "m",
    )
