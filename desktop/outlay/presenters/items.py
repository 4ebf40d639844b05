"""Items in words: how they stand, how sure their money is, what was not linked and why."""

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Reason, Tier
from outlay.domain.items import Item, ItemsAnswer
from outlay.domain.money import Amount
from outlay.presenters.amounts import UNKNOWN, amount_text, cents_text, shown_cents
from outlay.presenters.words import counted

STATES = {
    ItemState.SETTLING: "settling",
    ItemState.HELD: "held",
    ItemState.REVERTED: "reverted",
    ItemState.IN_FLIGHT: "in flight",
    ItemState.SET_ASIDE: "set aside",
}

TIERS = {
    Tier.OWN_WORD: "your word",
    Tier.ATTESTED: "attested by the tool",
    Tier.LANDED_TEXT: "text that landed",
    Tier.BRANCH_EDITED: "same branch, edited",
    Tier.DISCARDED: "edits thrown away in its files",
    Tier.BRANCH_ONLY: "only on the branch",
    Tier.NEXT_TURN: "before linked work in the session",
    Tier.PREVIOUS_TURN: "after linked work in the session",
    Tier.NONE: "not linked",
}

REASONS = {
    Reason.NO_EDITS: "nothing was edited",
    Reason.NOT_FOUND: "edits that are in no commit",
    Reason.OUTSIDE: "outside a repository",
    Reason.TOO_LITTLE: "too little text to tell",
    Reason.LOG_INCOMPLETE: "the log is incomplete",
    Reason.CLOCK_UNSURE: "the clocks disagree",
    Reason.OWN_WORD: "by your word",
    Reason.NO_REPOSITORY: "no repository is added",
    Reason.NOT_YET: "not looked at yet",
}


def item_label(item: Item) -> str:
    """An item's key, short: `ledger-api#12`, `ledger-api@1a2b3c4`, `ledger-api:fix-tax`, `LED-12`."""
    kind, _, rest = item.item.partition(":")
    if kind == "ticket":
        return rest.rsplit("/", 1)[-1]
    name = rest.rsplit("/", 1)[-1] if kind == "pr" else rest[rest.find("/") + 1 :]
    place, at, sha = name.partition("@")
    return f"{place}@{sha[:7]}" if kind == "commit" and at else name


def state_text(state: ItemState) -> str:
    """How an item stands."""
    return STATES[state]


def cents_or_blank(cents: int) -> str:
    """A cell; nothing where nothing was spent."""
    return cents_text(cents) if cents else ""


def share_text(item: Item) -> str:
    """The part of the landed lines that agents wrote, one figure or a range; an en dash for unknown."""
    if item.agent_share is None:
        return UNKNOWN if item.commits else ""
    low, high = (round(100 * share) for share in item.agent_share)
    return f"{low} %" if low == high else f"{low}\u2013{high} %"


def balance_text(found: ItemsAnswer) -> list[str]:
    """Linked and not linked as they add up, and why what is not linked is not."""
    linked = found.total_micros - found.not_linked.whole
    shown = shown_cents((linked, found.not_linked.whole), found.total_micros)
    total = amount_text(Amount(found.total_micros, at_least=found.at_least))
    unpriced = (
        f", {counted(found.unpriced_requests, 'request')} without a price" if found.unpriced_requests else ""
    )
    lines = [f"Linked {cents_text(shown[0])} + not linked {cents_text(shown[1])} = {total}{unpriced}."]
    by_size = sorted(found.not_linked.by_reason.items(), key=lambda one: (-one[1], one[0]))
    told = [(reason, micros) for reason, micros in by_size if micros]
    if told:
        cents = shown_cents(tuple(micros for _, micros in told), found.not_linked.whole)
        reasons = (
            f"{cents_text(part)} {REASONS[reason]}" for (reason, _), part in zip(told, cents, strict=True)
        )
        lines.append(f"Not linked: {', '.join(reasons)}.")
    return [*lines, *coverage_text(found)]


def coverage_text(found: ItemsAnswer) -> list[str]:
    """How much of the work that names an agent is seen in the logs; nothing when all of it is."""
    if not found.coverage or found.coverage[0] == found.coverage[1]:
        return []
    seen, whole = found.coverage
    more = " More was spent than is seen here." if found.logs_missing else ""
    return [f"Of {counted(whole, 'item')} that name an agent, {seen} have a session in the logs.{more}"]
