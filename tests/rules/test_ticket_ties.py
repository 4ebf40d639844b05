"""What a tracker ties to a ticket counts like a closing keyword of the pull request."""

from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.rules.ticket_ties import with_ties

AT = UtcMillis(1_795_194_300_000)


def pull(number, marks=()):
    return PullRequest(
        "Acme/Shop", number, "Carts", None, None, True, False, PullState.OPEN, AT, None, None, None, (), marks, None
    )  # fmt: skip


def ticket(key, *pulls):
    return Ticket("linear", key, None, None, "Carts", TicketState.DONE, AT, AT, AT, (), None, (), pulls)


def test_a_ticket_that_names_a_pull_request_is_closed_by_it():
    said = Mark(MarkKind.TICKET, "LED-9")
    tied = list(
        with_ties(
            [pull(7, (said,)), pull(8)], [ticket("LED-1", "acme/shop#7"), ticket("LED-2", "acme/shop#7")]
        )
    )
    assert tied[0].marks == (Mark(MarkKind.CLOSES, "LED-1"), Mark(MarkKind.CLOSES, "LED-2"), said)
    assert tied[1] == pull(8)


def test_what_both_say_stands_once():
    said = Mark(MarkKind.CLOSES, "LED-1")
    assert list(with_ties([pull(7, (said,))], [ticket("LED-1", "acme/shop#7")])) == [pull(7, (said,))]
