"""A period's answers out of its own turns and items are those that everything there is would give."""

from contextlib import ExitStack, closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch
from zoneinfo import ZoneInfo

from facts import START, event, piece, price_all
from hypothesis import given, settings
from hypothesis import strategies as st

from outlay.domain.attribution import FollowUp, Form, ItemFacts, Link, Reason, Share, Tier, TurnKey, WorkKind
from outlay.domain.moments import Period, UtcMillis, moment_of
from outlay.domain.own_words import OwnItem, OwnItemKind
from outlay.domain.pulls import Ticket, TicketState
from outlay.domain.spend_page import SpendQuestion
from outlay.domain.usage import SessionFact, SessionKey
from outlay.store.store import Store
from outlay.use_cases.items import items
from outlay.use_cases.spend import spend
from outlay.use_cases.spend_page import spend_page
from outlay.use_cases.summarise import summarise
from outlay.use_cases.week import week

ZONE = ZoneInfo("UTC")
FIRST = date(2026, 10, 5)
DAYS = 28
NOW = UtcMillis(moment_of(datetime(2026, 11, 2, tzinfo=UTC)) - 1)
HAND, ALONE = "manual:talk", "pr:acme/shop#99"
TICKETS = ("ticket:LED-1", "ticket:LED-2", "ticket:GONE-1")
SESSIONS = 6
GLANCERS = ("items", "period_work", "spend_by_item", "asked_items")


def at(day, hour=12):
    return UtcMillis(moment_of(datetime(2026, 10, 5, hour, tzinfo=UTC) + timedelta(days=day)))


ROOT = st.integers(0, SESSIONS - 2)
"""The last session is a subagent of the first: where its turns went stands with the turn that launched it."""
DAY = st.integers(0, DAYS - 1)
MAYBE_DAY = st.none() | DAY
WORK = st.builds(
    lambda landed, tickets, agent, reverted: (landed, tuple(tickets), agent, reverted),
    MAYBE_DAY,
    st.lists(st.sampled_from(("LED-1", "LED-2", "GONE-1", "NEVER-1")), max_size=2, unique=True),
    st.booleans(),
    st.booleans(),
)
REQUEST = st.tuples(
    st.integers(0, SESSIONS - 1), st.integers(0, 2), DAY, st.integers(1, 1_001), st.booleans()
)


def names(works):
    return [*(f"pr:acme/shop#{number}" for number in range(len(works))), ALONE, HAND, *TICKETS]


@st.composite
def worlds(draw):
    """Requests of sessions and subagents, items, and where turns went: carried on, split, by hand, or nowhere."""
    works = draw(st.lists(WORK, min_size=1, max_size=5))
    named = st.sampled_from(names(works))
    share = st.tuples(ROOT, st.integers(0, 2), named, st.sampled_from(Tier), st.integers(1, 700_000))
    return {
        "works": works,
        "requests": draw(st.lists(REQUEST, min_size=1, max_size=25)),
        "shares": draw(st.lists(share, max_size=14)),
        "unlinked": draw(st.dictionaries(st.tuples(ROOT, st.integers(0, 2)), st.sampled_from(Reason))),
        "links": draw(st.sets(st.tuples(ROOT, st.integers(0, 5)), max_size=4)),
        "fixes": draw(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=3)),
        "done": draw(st.tuples(MAYBE_DAY, MAYBE_DAY)),
        "by_hand": draw(DAY),
        "dismissed": draw(st.none() | named),
        "noted": draw(st.none() | named),
    }  # fmt: skip


def kept(store, world):
    """The world in a store, as reading and attribution would have kept it."""
    requests = [
        event(f"m{n}", f"r{n}", output, at(day) - START + n,
              session=SessionKey("codex", f"s{session}"), turn=turn, model="house" if bare else "gpt-5.3-codex")
        for n, (session, turn, day, output, bare) in enumerate(world["requests"])
    ]  # fmt: skip
    told = [SessionFact(SessionKey("codex", f"s{n}"), f"s{n}") for n in range(SESSIONS)]
    store.add_slices([piece(*requests, sessions=told)], price_all, NOW, refresh=True)
    numbers = {row.session: row.number for row in store.attributable.sessions()}
    keys = [numbers[f"s{n}"] for n in range(SESSIONS)]
    with store.writing():
        _keep_turns(store, world, keys)
        _keep_items(store, world)
        _keep_words(store, world)
        store.attributed.keep_mark({"until": at(0)})


def _keep_turns(store, world, keys):
    shares, left = {}, {}
    for session, turn, item, tier, weight in world["shares"]:
        key = TurnKey(keys[session], turn)
        taken = min(weight, left.get(key, 1_000_000))
        if taken and (key, item) not in shares:
            shares[key, item] = Share(key, item, tier, taken, at(0), at(1))
            left[key] = left.get(key, 1_000_000) - taken
    reasons = {TurnKey(keys[session], turn): why for (session, turn), why in world["unlinked"].items()}
    links = [
        Link(keys[session], "acme/shop", f"sha{n}", 3, 0, Tier.LANDED_TEXT) for session, n in world["links"]
    ]
    store.attributed.keep_turns(links, shares.values(), reasons)
    store.attributed.keep_subagents({keys[-1]: TurnKey(keys[0], 1)})


def _keep_items(store, world):
    made = [_item(number, *work) for number, work in enumerate(world["works"])]
    fixes = [
        FollowUp(
            f"pr:acme/shop#{fix}",
            "acme/shop",
            f"sha{fix}",
            f"pr:acme/shop#{cause}",
            "acme/shop",
            f"sha{cause}",
        )
        for fix, cause in world["fixes"]
    ]
    store.attributed.keep_items(made, {item.item: 0 for item in made}, fixes)


def _item(number, landed, tickets, agent, reverted):
    moment = None if landed is None else at(landed)
    return ItemFacts(
        f"pr:acme/shop#{number}", Form.PULL_REQUEST, WorkKind.FEATURE, f"Work {number}", "acme/shop", "acme/shop",
        None, at(0), at(0), moment, moment, reverted, moment, (f"sha{number}",), tickets, 4, None, agent, None,
    )  # fmt: skip


def _keep_words(store, world):
    tickets = [
        Ticket("led", key, "acme/shop", None, key, TicketState.STARTED if done is None else TicketState.DONE,
               at(0), at(0), None if done is None else at(done), (), None)
        for key, done in zip(("LED-1", "LED-2"), world["done"], strict=True)
    ]  # fmt: skip
    store.work.keep_tickets(tickets, "import", NOW)
    store.links.keep_own_item(OwnItem(HAND, OwnItemKind.OTHER, "A talk", at(world["by_hand"])), NOW)
    if world["dismissed"]:
        store.links.keep_dismissal(world["dismissed"], NOW)
    if world["noted"]:
        store.links.keep_note(world["noted"], "mine", NOW)


def weeks():
    spans = [(0, 7), (7, 14), (14, 21), (21, 28), (3, 4), (5, 24), (0, 28), (-7, 0), (26, 35), (30, 35)]
    return [Period(FIRST + timedelta(days=a), FIRST + timedelta(days=b), ZONE) for a, b in spans]


def answers(store, period):
    return {
        "items": items(store, period, NOW),
        "parts": items(store, period, NOW, parts=True),
        "week": week(store, period, ZONE, NOW, sample=False),
        "by item": spend(store, ("item", "day"), period, ZONE, NOW),
        "page": spend_page(store, SpendQuestion(), period, ZONE, NOW),
        "sessions": spend_page(store, SpendQuestion(by="session"), period, ZONE, NOW),
        "glance": summarise(store, ZONE, NOW, sample=False),
    }


def everything_loaded():
    """As for a moment in the past: nothing is narrowed to what a question is about."""
    stack = ExitStack()
    for name in GLANCERS:
        stack.enter_context(patch(f"outlay.use_cases.{name}.glanced", lambda *_: None))
    return stack


@settings(max_examples=25, deadline=None)
@given(worlds())
def test_narrow_loading_changes_no_answer_of_any_period(world):
    with TemporaryDirectory() as folder, closing(Store(Path(folder) / "outlay.sqlite", "laptop")) as store:
        kept(store, world)
        whole = {item.item: item.in_all for item in items(store, None, NOW).items}
        for period in weeks():
            narrow = answers(store, period)
            with everything_loaded():
                assert narrow == answers(store, period)
            told = narrow["items"]
            assert {item.item: item.in_all for item in told.items} == {
                item.item: whole[item.item] for item in told.items
            }
            linked = sum(item.in_period.whole for item in told.items)
            assert linked + told.not_linked.whole == told.total_micros
