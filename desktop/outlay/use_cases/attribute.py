"""Links spend to work: gathers facts, walks the model, keeps what it says. The same facts give the same answer.

After the first time only what new facts can have changed is walked again: see rules/attribution/window.py.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from outlay.domain.attribution import FollowUp, ItemFacts
from outlay.domain.moments import UtcMillis
from outlay.rules.attribution.follow_ups import follow_ups
from outlay.rules.attribution.items import PROVING, Around, item_facts
from outlay.rules.attribution.model import Outcome, outcome_of
from outlay.rules.attribution.parameters import PARAMETERS, Parameters
from outlay.rules.attribution.share import Labels
from outlay.rules.attribution.units import first_activity, sign_of
from outlay.rules.attribution.window import News, Window, turns_from
from outlay.store.store import Store, StoreView
from outlay.use_cases.gathered import Gathered, renamed

ALWAYS = UtcMillis(2**62)
"""Later than any moment."""

Worked = Mapping[str, tuple[UtcMillis, UtcMillis]]
"""By item: when turns that prove work on it first and last ran."""


class Attribution(NamedTuple):
    """What the model says of all turns, and of all items."""

    outcome: Outcome
    items: tuple[ItemFacts, ...]
    follow_ups: tuple[FollowUp, ...]


def attribution_of(
    store: StoreView, until: UtcMillis = ALWAYS, parameters: Parameters = PARAMETERS
) -> Attribution:
    """What the facts up to a moment say, from the beginning."""
    gathered = Gathered(store, until)
    outcome = outcome_of(gathered.facts(Window()), parameters)
    labels: dict[str, dict[tuple[str, str], bytes]] = defaultdict(dict)
    for label in outcome.labels:
        labels[label.place][label.sha, label.path] = label.labels
    worked: dict[str, tuple[UtcMillis, UtcMillis]] = {}
    for share in outcome.shares:
        if share.tier in PROVING:
            first, last = worked.get(share.item, (share.first, share.last))
            worked[share.item] = min(first, share.first), max(last, share.last)
    return Attribution(outcome, *items_of(gathered, labels, worked, parameters))


def attribute(store: Store, parameters: Parameters = PARAMETERS) -> bool:
    """Keep what the facts say now, where they can have changed since; says whether anything was looked at."""
    mark = _mark(store, parameters)
    before = store.attributed.mark
    if mark == before:
        return False
    gathered = Gathered(store, ALWAYS)
    window = _window(store, gathered, before, mark, parameters)
    outcome = outcome_of(gathered.facts(window), parameters)
    with store.writing(act=True):
        renamed_some = _keep(store, gathered, window, outcome, parameters)
        store.attributed.keep_mark(mark)
    if renamed_some:
        store.save_owner_words()
        attribute(store, parameters)  # the owner's words hold for the new names from now on
    return True


def attribute_anew(store: Store) -> None:
    """Drop everything that was said and say it again from the facts."""
    with store.writing():
        store.attributed.clear()
        store.attributed.keep_mark({})
    attribute(store)


def items_of(
    gathered: Gathered, labels: Mapping[str, Labels], worked: Worked, parameters: Parameters
) -> tuple[tuple[ItemFacts, ...], tuple[FollowUp, ...]]:
    """What is kept of each unit, and the fixes that follow others."""
    items: list[ItemFacts] = []
    fixes: list[FollowUp] = []
    for place, units in gathered.units.items():
        around = Around(
            labels=labels.get(place, {}),
            reverts=gathered.reverts.get(place, ()),
            tickets=gathered.known_tickets,
            told=gathered.tickets,
            branches=gathered.branches.get(place, {}),
            worked=worked,
            first_log=gathered.first_log,
        )
        told = [item_facts(unit, around, parameters) for unit in units]
        items.extend(told)
        bugs = {item.item: any(gathered.is_bug(key) for key in item.tickets) for item in told}
        fixes.extend(follow_ups(units, bugs, parameters))
    return tuple(items), tuple(fixes)


def _keep(store: Store, gathered: Gathered, window: Window, outcome: Outcome, parameters: Parameters) -> bool:
    """Put what was said in place of what stood; says whether items of the owner's words are called otherwise now."""
    rows = store.attributed
    if window.sessions is None:
        rows.clear()
    else:
        rows.forget_sessions(window.sessions)
        rows.forget_labels(window.commits_from)
    told = [link for link in outcome.links if window.covers(link.session)]
    rows.keep_turns(told, outcome.shares, {**outcome.weakly, **outcome.unlinked})
    rows.keep_labels(outcome.labels)
    rows.keep_subagents(gathered.turns.subagents)
    items, fixes = items_of(gathered, rows.labels(), rows.worked(PROVING), parameters)
    rows.keep_items(items, {unit.item: sign_of(unit) for unit in gathered.all_units}, fixes)
    became = renamed(store.links.named_items(), items, gathered.all_units)
    return sum(store.links.keep_alias(item, now) for item, now in became.items()) > 0


def _mark(store: StoreView, parameters: Parameters) -> dict[str, Any]:
    """How far the facts go: equal marks mean that nothing changed."""
    facts = store.attribution_news
    ground = [[list(row) for row in rows] for rows in facts.ground()]
    return {"method": parameters.version, "ground": ground, "until": facts.newest(ALWAYS), **facts.sizes()}


def _window(
    store: StoreView,
    gathered: Gathered,
    before: Mapping[str, Any],
    mark: Mapping[str, Any],
    parameters: Parameters,
) -> Window:
    """Which turns and commits the new facts can have changed; everything when the ground itself moved."""
    if not before or any(before[name] != mark[name] for name in ("method", "ground")):
        return Window()
    facts = store.attribution_news
    logs, commits, checkouts = facts.since(before["event"], before["edit"], before["commit"], before["until"])
    signs = store.attributed.signs()
    changed = [first_activity(unit) for unit in gathered.all_units if signs.get(unit.item) != sign_of(unit)]
    work = min([at for at in (commits, *changed) if at is not None], default=None)
    start = turns_from(News(logs, work, checkouts), facts.last_commit(), parameters)
    return gathered.window(start, parameters)
