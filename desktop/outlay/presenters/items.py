"""Items in words: how they stand, how sure their money is, what was not linked and why."""

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Reason, Tier, WorkKind
from outlay.domain.items import Item, ItemsAnswer
from outlay.domain.money import Amount
from outlay.presenters.amounts import UNKNOWN, amount_text, cents_text, shown_cents
from outlay.presenters.tongue import later, plural, tr

STATES = {
    ItemState.SETTLING: later("settling"),
    ItemState.HELD: later("held"),
    ItemState.REVERTED: later("reverted"),
    ItemState.IN_FLIGHT: later("in flight"),
    ItemState.SET_ASIDE: later("set aside"),
}

TIERS = {
    Tier.OWN_WORD: later("your word"),
    Tier.ATTESTED: later("attested by the tool"),
    Tier.LANDED_TEXT: later("text that landed"),
    Tier.BRANCH_EDITED: later("same branch, edited"),
    Tier.DISCARDED: later("edits thrown away in its files"),
    Tier.BRANCH_ONLY: later("only on the branch"),
    Tier.NEXT_TURN: later("before linked work in the session"),
    Tier.PREVIOUS_TURN: later("after linked work in the session"),
    Tier.NONE: later("not linked"),
}

REASONS = {
    Reason.NO_EDITS: later("nothing was edited"),
    Reason.NOT_FOUND: later("edits that are in no commit"),
    Reason.OUTSIDE: later("outside a repository"),
    Reason.TOO_LITTLE: later("too little text to tell"),
    Reason.LOG_INCOMPLETE: later("the log is incomplete"),
    Reason.CLOCK_UNSURE: later("the clocks disagree"),
    Reason.OWN_WORD: later("by your word"),
    Reason.NO_REPOSITORY: later("no repository is added"),
    Reason.NOT_YET: later("not looked at yet"),
}


KINDS = {
    WorkKind.FEATURE: later("feature"),
    WorkKind.FIX: later("fix"),
    WorkKind.REFACTOR: later("refactor"),
    WorkKind.DOCS: later("docs"),
    WorkKind.TEST: later("test"),
    WorkKind.CHORE: later("chore"),
    WorkKind.UNKNOWN: later("unknown"),
}


def item_label(item: Item) -> str:
    """An item's key, short: see `key_label`."""
    return key_label(item.item)


def key_label(key: str) -> str:
    """An item's key, short: `ledger-api#12`, `ledger-api@1a2b3c4`, `ledger-api:fix-tax`, `LED-12`."""
    kind, _, rest = key.partition(":")
    if kind == "ticket":
        return rest.rsplit("/", 1)[-1]
    name = rest.rsplit("/", 1)[-1] if kind == "pr" else rest[rest.find("/") + 1 :]
    place, at, sha = name.partition("@")
    return f"{place}@{sha[:7]}" if kind == "commit" and at else name


def state_text(state: ItemState) -> str:
    """How an item stands."""
    return tr(STATES[state])


def kind_text(kind: WorkKind) -> str:
    """What kind of work an item is."""
    return tr(KINDS[kind])


def tier_text(tier: Tier) -> str:
    """What money rests on."""
    return tr(TIERS[tier])


def reason_text(reason: Reason) -> str:
    """Why money is not linked."""
    return tr(REASONS[reason])


def cents_or_blank(cents: int) -> str:
    """A cell; nothing where nothing was spent."""
    return cents_text(cents) if cents else ""


def share_text(item: Item) -> str:
    """The part of the landed lines that agents wrote, one figure or a range; an en dash for unknown."""
    if item.agent_share is None:
        return UNKNOWN if item.commits else ""
    low, high = (round(100 * share) for share in item.agent_share)
    return tr("{part} %", part=low if low == high else f"{low}\u2013{high}")


def balance_text(found: ItemsAnswer) -> list[str]:
    """Linked and not linked as they add up, and why what is not linked is not."""
    linked = found.total_micros - found.not_linked.whole
    shown = shown_cents((linked, found.not_linked.whole), found.total_micros)
    total = amount_text(Amount(found.total_micros, at_least=found.at_least))
    linked_text, not_linked = cents_text(shown[0]), cents_text(shown[1])
    balance = tr(
        "Linked {linked} + not linked {rest} = {total}", linked=linked_text, rest=not_linked, total=total
    )
    lines = [f"{balance}{_unpriced(found.unpriced_requests)}."]
    by_size = sorted(found.not_linked.by_reason.items(), key=lambda one: (-one[1], one[0]))
    told = [(reason, micros) for reason, micros in by_size if micros]
    if told:
        cents = shown_cents(tuple(micros for _, micros in told), found.not_linked.whole)
        reasons = (because(part, reason) for (reason, _), part in zip(told, cents, strict=True))
        lines.append(tr("Not linked: {reasons}.", reasons=", ".join(reasons)))
    return [*lines, *coverage_text(found)]


def coverage_text(found: ItemsAnswer) -> list[str]:
    """How much of the work that names an agent is seen in the logs; nothing when all of it is."""
    if not found.coverage or found.coverage[0] == found.coverage[1]:
        return []
    seen, whole = found.coverage
    told = plural(
        whole,
        one="Of {n} item that names an agent, {seen} have a session in the logs.",
        many="Of {n} items that name an agent, {seen} have a session in the logs.",
        seen=seen,
    )
    return [f"{told} {tr('More was spent than is seen here.')}" if found.logs_missing else told]


def because(cents: int, reason: Reason) -> str:
    """An amount that is not linked, and why: `$1.20 outside a repository`."""
    return tr("{amount} {reason}", amount=cents_text(cents), reason=reason_text(reason))


def _unpriced(requests: int) -> str:
    """A tail of a sentence; empty when every request has a price."""
    if not requests:
        return ""
    return plural(requests, one=", {n} request without a price", many=", {n} requests without a price")
