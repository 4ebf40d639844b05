"""The money of one item in words: by evidence and by session, what each rests on, and where the rest went."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from outlay.domain.attribution import DIRECT, Reason, Tier
from outlay.domain.item_story import ItemStory, SameSessions, StorySession
from outlay.presenters.amounts import UNKNOWN, cents_text, shown_cents
from outlay.presenters.item_story import session_text, span_text
from outlay.presenters.items import because, reason_text, tier_text
from outlay.presenters.tongue import later, number, plural, tr
from outlay.presenters.words import as_beginning, joined
from outlay.rules.attribution.parameters import HOUR_MS, PARAMETERS

RULES = {
    Tier.OWN_WORD: later("you said so."),
    Tier.ATTESTED: later("the tool itself attests that its session wrote lines of these commits."),
    Tier.LANDED_TEXT: later(
        "lines the agent wrote stand in the commits, or it made the commit or opened the pull request itself."
    ),
    Tier.BRANCH_EDITED: later("the agent edited files in a checkout that stood on this branch."),
    Tier.DISCARDED: later(
        "the agent edited files of this work while it was under way; none of those lines stayed."
    ),
    Tier.BRANCH_ONLY: later("the checkout stood on this branch and nothing was edited."),
    Tier.NEXT_TURN: later(
        "no sign of its own; the next turn of the session that has one, within {hours} hours, went here."
    ),
    Tier.PREVIOUS_TURN: later(
        "no sign of its own; the turn before in the session that has one, within {hours} hours, went here."
    ),
}
"""What each tier's evidence is, behind its name and a colon."""

_CARRIED_MS = {Tier.NEXT_TURN: PARAMETERS.carry_next_ms, Tier.PREVIOUS_TURN: PARAMETERS.carry_previous_ms}

UNSEEN = later("Spend not visible here: an agent is named, but no log that is here has its session.")


def money_rows(story: ItemStory) -> list[tuple[str, str]]:
    """Every tier with its cents, direct and context apart; they add up to the sum that `money_total` shows."""
    tiers = [tier for tier in Tier if story.item.in_all.tiers.get(tier)]
    cents = dict(zip(tiers, _cents(story, tiers), strict=True))
    rows: list[tuple[str, str]] = []
    for name, wanted in ((tr("direct in all"), True), (tr("context in all"), False)):
        mine = [tier for tier in tiers if (tier in DIRECT) is wanted]
        if mine:
            rows += [(f"  {tier_text(tier)}", cents_text(cents[tier])) for tier in mine]
            rows.append((name, cents_text(sum(cents[tier] for tier in mine))))
    return rows


def money_total(story: ItemStory) -> tuple[str, str]:
    """Direct and context together."""
    (cents,) = shown_cents((story.item.in_all.whole,), story.item.in_all.whole)
    return (tr("direct and context"), cents_text(cents))


def _cents(story: ItemStory, tiers: Sequence[Tier]) -> tuple[int, ...]:
    return shown_cents(tuple(story.item.in_all.tiers[tier] for tier in tiers), story.item.in_all.whole)


def money_notes(story: ItemStory) -> list[str]:
    """What the sums do not say by themselves."""
    notes = []
    spend = story.item.in_all
    if not spend.whole and not story.sessions:
        notes.append(tr(UNSEEN) if story.item.spend_unseen else tr("No spend is linked to it."))
    elif story.item.spend_unseen:
        notes.append(tr(UNSEEN))
    if spend.later:
        (cents,) = shown_cents((spend.later,), spend.later)
        notes.append(tr("Of this, {amount} was spent after it landed.", amount=cents_text(cents)))
    if story.unpriced:
        notes.append(
            plural(
                story.unpriced,
                one="{n} request without a price: amounts are at least.",
                many="{n} requests without a price: amounts are at least.",
            )
        )
    return notes


def rule_lines(story: ItemStory) -> list[str]:
    """What the evidence of each tier present is."""
    tiers = [tier for tier in Tier if any(event.turn and event.turn.tier is tier for event in story.timeline)]
    present = [tier for tier in Tier if tier in {*tiers, *story.item.in_all.tiers} and tier in RULES]
    return [f"{as_beginning(tier_text(tier))}: {rule_text(tier)}" for tier in present]


def rule_text(tier: Tier) -> str:
    """What the evidence of a tier is."""
    return tr(RULES[tier], hours=_CARRIED_MS.get(tier, 0) // HOUR_MS)


def session_rows(sessions: Sequence[StorySession], zone: ZoneInfo) -> list[tuple[str, ...]]:
    """Sessions with their amounts, which add up."""
    cents = shown_cents(tuple(one.list_micros for one in sessions), sum(one.list_micros for one in sessions))
    return [
        (session_text(one.tool, one.session), span_text(one.first, one.last, zone), number(one.turns),
         number(one.requests), cents_text(part) if one.unpriced < one.requests else UNKNOWN)
        for one, part in zip(sessions, cents, strict=True)
    ]  # fmt: skip


def beside_text(story: ItemStory) -> str:
    """Where the money of its sessions went beside it; empty when all of it went here."""
    beside: SameSessions = story.beside
    by_size = sorted(beside.not_linked.by_reason.items(), key=lambda one: (-one[1], one[0]))
    reasons: list[tuple[Reason, int]] = [(reason, micros) for reason, micros in by_size if micros]
    parts = (story.item.in_all.whole, beside.other_micros, *(micros for _, micros in reasons))
    total = sum(parts)
    here, others, *left = shown_cents(parts, total)
    told = []
    if beside.other_items:
        told.append(
            plural(
                beside.other_items,
                one="{amount} into {n} other item",
                many="{amount} into {n} other items",
                amount=cents_text(others),
            )
        )
    if reasons:
        amount = cents_text(sum(left))
        told.append(tr("{amount} is not linked ({reasons})", amount=amount, reasons=_reasons(reasons, left)))
    if not told:
        return ""
    went = tr("{amount} went here", amount=cents_text(here))
    return tr(
        "Of {whole} in these sessions, {parts}.",
        whole=cents_text(here + others + sum(left)),
        parts=joined((went, *told)),
    )


def _reasons(reasons: Sequence[tuple[Reason, int]], cents: Sequence[int]) -> str:
    """Why, with an amount each where there are several."""
    if len(reasons) == 1:
        return reason_text(reasons[0][0])
    return ", ".join(because(part, reason) for (reason, _), part in zip(reasons, cents, strict=True))
