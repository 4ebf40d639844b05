"""A period's whole answer with a canary in everything it holds, and what redaction makes of it."""

from datetime import date
from zoneinfo import ZoneInfo

from outlay.cli.shared_arguments import moment
from outlay.domain.answers import ItemState, SpendRow
from outlay.domain.attribution import AgentShare, Form, Reason, Tier, WorkKind
from outlay.domain.items import Item, ItemsAnswer, ItemSpend, Unlinked
from outlay.domain.moments import Period, UtcMillis
from outlay.domain.sharing import AmountsShown, OwnTopic, Reveal, Section, SharingAnswer, Ticks
from outlay.domain.unit_times import Times
from outlay.domain.usage import TokenCounts
from outlay.rules.redaction import redacted

HOUR = 3_600_000
NOW = moment("2026-11-22T17:05:00Z")
PERIOD = Period(date(2026, 10, 26), date(2026, 11, 23), ZoneInfo("UTC"))
EVERYTHING = Ticks(frozenset(Section), frozenset(Reveal), AmountsShown.MONEY)
BARE = Ticks(frozenset(Section))

CANARIES = {
    Reveal.TITLES: ("zebrafinch",),
    Reveal.REPOSITORIES: ("okapi-forge", "lemurhouse"),
    Reveal.BRANCHES: ("narwhal-branch",),
    Reveal.TICKETS: ("QUOKKA-4711",),
    Reveal.TOKENS: ("97531864",),
    Reveal.MODELS: ("axolotl-9",),
}
"""What stands in the answer and may be found when it is ticked."""

MONEY = ("613.27",)
"""An amount that may be found when money is ticked."""

NEVER = (
    "secretkey", "colleague@example.org", "colleague", "/home/ada", "harborside.example", "deadbeefcafe",
    "session-pelican", "17:05",
)  # fmt: skip
"""What may never be found."""

TITLE = (
    "zebrafinch for @colleague colleague@example.org in /home/ada/secretkey.py of lemurhouse/okapi-forge, "
    "QUOKKA-4711, narwhal-branch, deadbeefcafe1234 https://harborside.example/x\u202e"
)


def item(key, **more):
    facts = {
        "item": key, "parts": (), "form": Form.PULL_REQUEST, "kind": WorkKind.FEATURE, "title": "Sort the basket",
        "repository": "lemurhouse/okapi-forge", "state": ItemState.SETTLING, "created": None, "started": None,
        "landed": UtcMillis(NOW - 50 * HOUR), "in_period": ItemSpend({}), "in_all": ItemSpend({Tier.LANDED_TEXT: 1}),
        "agent_share": AgentShare(0.8, 0.9), "commits": ("deadbeefcafe1234",), "tickets": (),
        "sessions": ("session-pelican",), "added_lines": 20, "follow_up_fixes": (), "spend_unseen": False,
        "times": Times(total=30 * HOUR, coding=20 * HOUR, review=10 * HOUR),
    }  # fmt: skip
    return Item(**(facts | more))


PULL = item("pr:lemurhouse/okapi-forge#12", title=TITLE, in_period=ItemSpend({Tier.LANDED_TEXT: 613_270_000}))
BRANCH = item(
    "branch:lemurhouse/okapi-forge:narwhal-branch",
    form=Form.BRANCH,
    title="narwhal-branch",
    state=ItemState.HELD,
    agent_share=AgentShare(0.2, 0.3),
)
TICKET = item(
    "ticket:jira/QUOKKA-4711",
    form=Form.TICKET,
    tickets=("QUOKKA-4711",),
    title="zebrafinch of another kind",
    in_period=ItemSpend({Tier.BRANCH_ONLY: 100_000_000}),
    state=ItemState.HELD,
    follow_up_fixes=("commit:x@1",),
)
OPEN = item(
    "branch:lemurhouse/okapi-forge:narwhal-branch-2",
    form=Form.BRANCH,
    title="narwhal-branch-2",
    landed=None,
    state=ItemState.IN_FLIGHT,
    in_period=ItemSpend({Tier.LANDED_TEXT: 36_730_000}),
)


def model(name, micros, unpriced=0):
    return SpendRow((name,), 5, TokenCounts(1, 2, 3, output=4), micros, None, unpriced, 0)


def answer(items=(PULL, BRANCH, TICKET, OPEN), not_linked=250_000_000, **more):
    shipped = tuple(one for one in items if one.landed is not None)
    total = sum(one.in_period.whole for one in items) + not_linked
    work = ItemsAnswer(
        PERIOD, 7, tuple(items), Unlinked({Reason.NO_EDITS: not_linked}), total, 90, 3, (24, 25), "5"
    )
    spend = SpendRow((), 90, TokenCounts(97_531_864 - 10, 2, 3, 4, 1, output=12), total, None, 3, 0)
    facts = {
        "period": PERIOD, "as_of": NOW, "revision": 7, "sample": False,
        "words": {OwnTopic.MATTERED: "The basket sorts itself.", OwnTopic.ASKS: "A higher ceiling."},
        "shipped": shipped, "reverted": (), "work": work, "spend": spend,
        "models": (model("axolotl-9", total - 1_000_000), model("axolotl-9-mini", 1_000_000)), "at_least": True,
        "oldest": UtcMillis(NOW - 9_000 * HOUR),
    }  # fmt: skip
    return SharingAnswer(**(facts | more))


def summary(ticks=BARE, key=b"one export", **more):
    return redacted(answer(**more), ticks, key)
