"""Which of several copies of one billable request counts.

Claude Code writes one response on several lines and copies whole conversations into new files when a session is
resumed or forked. Source of the rules: the community's parsers and measured logs (readers/README.md, "Copies").
"""

from outlay.domain.usage import Quality, UsageEvent


def better_copy(kept: UsageEvent, other: UsageEvent) -> UsageEvent:
    """One event out of two with the same message and request key.

    The main conversation goes before a sidechain, a root file before a nested one, more tokens before fewer,
    one that is known whole before a doubtful one, and then the kept one. The result carries the earliest moment and the most web searches of both; a moment that
    stands in for one the log does not tell is later than any that it does. Totals do not depend on the order in
    which copies are met.
    """
    best = other if _rank(other) > _rank(kept) else kept
    return _carrying(best, kept, other)


def better_line(kept: UsageEvent, later: UsageEvent) -> UsageEvent:
    """One event out of two lines of one response in one file: the larger output, at a tie the later line.

    The result carries moment and web searches as of two copies.
    """
    best = later if (later.tokens.output or 0) >= (kept.tokens.output or 0) else kept
    return _carrying(best, kept, later)


def is_same_elsewhere(kept: UsageEvent, other: UsageEvent) -> bool:
    """Whether two copies differ only in where they stand: session, folder, branch and turn.

    A moment that stands in for a missing one comes from where they stand too. Nothing in them says which was first;
    the file that was last written earlier is the original.
    """
    moved = other._replace(session=kept.session, cwd=kept.cwd, branch=kept.branch, turn=kept.turn)
    if kept.stands_in or other.stands_in:
        moved = moved._replace(moment=kept.moment, stands_in=kept.stands_in)
    return other.session != kept.session and moved == kept


def is_replay(event: UsageEvent, sibling: UsageEvent) -> bool:
    """Whether an event repeats its sibling under another request key and must not count.

    True for a sidechain that shows a message of the main conversation again, and for a copy that lost its
    request id while the sibling has one. The main conversation never repeats a sidechain: of a pair one counts.
    """
    if event.message_key != sibling.message_key or event.request_key == sibling.request_key:
        return False
    if sibling.sidechain and not event.sidechain:
        return False
    lost_its_request = not event.request_key
    return lost_its_request or (event.sidechain and not sibling.sidechain)


def _rank(event: UsageEvent) -> tuple[bool, bool, int, int, tuple[int, ...], bool]:
    counts = tuple(-1 if count is None else count for count in event.tokens)
    return (
        not event.sidechain,
        not event.nested,
        event.tokens.total,
        event.tokens.output or 0,
        counts,
        event.quality == Quality.EXACT,
    )


def _carrying(best: UsageEvent, one: UsageEvent, two: UsageEvent) -> UsageEvent:
    stands_in, moment = min((one.stands_in, one.moment), (two.stands_in, two.moment))
    searches = _most(one.web_searches, two.web_searches)
    if (best.stands_in, best.moment, best.web_searches) == (stands_in, moment, searches):
        return best
    return best._replace(moment=moment, web_searches=searches, stands_in=stands_in)


def _most(one: int | None, two: int | None) -> int | None:
    known = [count for count in (one, two) if count is not None]
    return max(known, default=None)
