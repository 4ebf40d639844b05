"""A ticket with its pull requests and commits is one item, shown with its parts. Source: design, "own unit".

Only tickets that a tracker told of fold: a key without a tracker says nothing of when the work was done. A unit of
several tickets belongs to the first of them, so that it counts once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from outlay.domain.answers import ItemState
from outlay.domain.attribution import AgentShare, Form, Tier, WorkKind
from outlay.domain.items import NOTHING, Item, ItemSpend
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import Ticket, TicketState
from outlay.domain.unit_times import NO_TIMES, Times
from outlay.rules.attribution.kinds import work_kind
from outlay.rules.shipping import SETTLING_MS, state_of
from outlay.rules.unit_times import whole_times

_NO_NOTES: Mapping[str, str] = {}


def folded(
    rows: Sequence[Item], tickets: Iterable[Ticket], now: UtcMillis, notes: Mapping[str, str] = _NO_NOTES
) -> list[Item]:
    """Items with those of one ticket in one row; finished tickets without any stand alone.

    `notes` are the owner's by item: one on a ticket goes before those on its parts.
    """
    known = _by_key(tickets)
    by_ticket: dict[str, list[Item]] = defaultdict(list)
    alone: list[Item] = []
    for row in rows:
        key = next((ticket for ticket in row.tickets if ticket in known), None)
        (by_ticket[key] if key else alone).append(row)
    whole = [_whole(known[key], parts, now) for key, parts in by_ticket.items()]
    named = {row.item for row in alone}
    without = (_alone(ticket, now) for key, ticket in known.items() if key not in by_ticket)
    told = [*whole, *(row for row in without if row and row.item not in named)]
    return [*alone, *(row._replace(note=notes.get(row.item, row.note)) for row in told)]


def unfolded(
    rows: Sequence[Item], tickets: Iterable[Ticket], now: UtcMillis, notes: Mapping[str, str] = _NO_NOTES
) -> list[Item]:
    """Items and tickets as rows of their own.

    A ticket that money was given to by its key alone, and that a tracker told of as well, is one row: it stands as
    the tracker tells it, with that money.
    """
    told = {row.item: row for row in ticket_rows(_by_key(tickets).values(), now)}
    named = {row.item: row for row in rows if row.item in told}
    others = [row for row in rows if row.item not in told]
    whole = (_with_money(row, named[item]) if item in named else row for item, row in told.items())
    return [*others, *(row._replace(note=notes.get(row.item, row.note)) for row in whole)]


def _by_key(tickets: Iterable[Ticket]) -> dict[str, Ticket]:
    """One ticket a key; of two trackers', as after a move from one to the other, it stands as the one that saw it done."""
    return {ticket.key: ticket for ticket in sorted(tickets, key=lambda ticket: ticket.done is not None)}


def _with_money(ticket: Item, named: Item) -> Item:
    return ticket._replace(
        in_period=named.in_period,
        in_all=named.in_all,
        sessions=named.sessions,
        began=named.began,
    )


def ticket_rows(tickets: Iterable[Ticket], now: UtcMillis) -> list[Item]:
    """Tickets as rows of their own, without money: their parts carry it."""
    return [row for ticket in tickets if (row := _alone(ticket, now))]


def _alone(ticket: Ticket, now: UtcMillis) -> Item | None:
    """A ticket that was begun; one that was not planned, or not begun, is no work."""
    if ticket.state is TicketState.NOT_PLANNED or (ticket.started is None and ticket.done is None):
        return None
    state = ItemState.IN_FLIGHT if ticket.done is None else state_of(ticket.done, now, reverted=False)
    return Item(
        item=f"ticket:{ticket.key}",
        parts=(),
        form=Form.TICKET,
        kind=work_kind((), (ticket.type or "",), (ticket.title,)),
        title=ticket.title,
        repository=ticket.repository,
        state=state,
        created=ticket.created,
        started=ticket.started,
        landed=ticket.done,
        in_period=NOTHING,
        in_all=NOTHING,
        agent_share=None,
        commits=(),
        tickets=(ticket.key,),
        sessions=(),
        added_lines=0,
        follow_up_fixes=(),
        spend_unseen=False,
        url=ticket.url,
        system=ticket.system,
        type=ticket.type,
        labels=ticket.labels,
        times=whole_times((), ticket.done, ticket),
    )


def _whole(ticket: Ticket, parts: Sequence[Item], now: UtcMillis) -> Item:
    """One row for a ticket and everything done for it; how it stands, money given to its key alone does not tell."""
    row = _alone(ticket, now)
    units = [part for part in parts if part.form is not Form.TICKET]
    work, landed = units or parts, _landed(ticket, units or parts)
    kind = row.kind if row else WorkKind.UNKNOWN
    return (row or parts[0])._replace(
        item=f"ticket:{ticket.key}",
        parts=tuple(part.item for part in units),
        form=Form.TICKET,
        kind=kind if kind is not WorkKind.UNKNOWN else parts[0].kind,
        title=ticket.title,
        repository=parts[0].repository,
        state=_state(ticket, work, now),
        created=ticket.created,
        started=_first([ticket.started, *(part.started for part in parts)]),
        landed=landed,
        in_period=_sum(part.in_period for part in parts),
        in_all=_sum(part.in_all for part in parts),
        agent_share=_share(parts),
        commits=tuple(sha for part in parts for sha in part.commits),
        tickets=tuple(sorted({key for part in parts for key in part.tickets})),
        sessions=tuple(sorted({session for part in parts for session in part.sessions})),
        added_lines=sum(part.added_lines for part in parts),
        follow_up_fixes=tuple(sorted({fix for part in parts for fix in part.follow_up_fixes})),
        spend_unseen=any(part.spend_unseen for part in parts),
        note=next((part.note for part in parts if part.note), None),
        began=_first(part.began for part in parts),
        system=ticket.system,
        type=ticket.type,
        labels=ticket.labels,
        times=whole_times([part.times for part in units], landed, ticket, _own_times(parts)),
    )


def _own_times(parts: Iterable[Item]) -> Times:
    """Those of what went into the ticket itself."""
    return next((part.times for part in parts if part.form is Form.TICKET), NO_TIMES)


def _landed(ticket: Ticket, parts: Sequence[Item]) -> UtcMillis | None:
    """When all of it was done: the ticket, or every part of it while the ticket was not opened again."""
    if ticket.done is not None or ticket.reopened:
        return ticket.done
    landed = [part.landed for part in parts]
    return max(at for at in landed if at is not None) if all(at is not None for at in landed) else None


def _state(ticket: Ticket, parts: Sequence[Item], now: UtcMillis) -> ItemState:
    landed = _landed(ticket, parts)
    states = {part.state for part in parts}
    if landed is not None:
        return state_of(landed, now, reverted=states == {ItemState.REVERTED})
    begun_again = bool(ticket.reopened) and now - ticket.reopened[-1] < SETTLING_MS
    return ItemState.IN_FLIGHT if begun_again or ItemState.IN_FLIGHT in states else ItemState.SET_ASIDE


def _first(moments: Iterable[UtcMillis | None]) -> UtcMillis | None:
    return min((at for at in moments if at is not None), default=None)


def _sum(spends: Iterable[ItemSpend]) -> ItemSpend:
    tiers: dict[Tier, int] = defaultdict(int)
    later = 0
    for spend in spends:
        later += spend.later
        for tier, micros in spend.tiers.items():
            tiers[tier] += micros
    return ItemSpend(dict(tiers), later)


def _share(parts: Sequence[Item]) -> AgentShare | None:
    """The parts' shares by their lines; unknown when that of a part with lines is."""
    told = [(part.agent_share, part.added_lines) for part in parts if part.added_lines]
    whole = sum(lines for _, lines in told)
    known = [(share, lines) for share, lines in told if share is not None]
    if not whole or len(known) < len(told):
        return None
    low, high = (sum(share[end] * lines for share, lines in known) / whole for end in (0, 1))
    return AgentShare(low, high)
