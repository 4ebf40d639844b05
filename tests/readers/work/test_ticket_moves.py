"""When work on a ticket began, ended and began again, by its moves between states."""

from outlay.domain.pulls import TicketState
from outlay.readers.work.state_words import state_named
from outlay.readers.work.ticket_moves import Move, Moves

OPEN, STARTED, DONE = TicketState.OPEN, TicketState.STARTED, TicketState.DONE
NOT_PLANNED = TicketState.NOT_PLANNED


def test_a_move_between_two_states_of_being_done_is_not_being_done_anew():
    moves = Moves([Move(1, OPEN, STARTED), Move(2, STARTED, DONE), Move(3, DONE, DONE)])
    assert (moves.started(0), moves.done, moves.reopened) == (1, 2, ())


def test_giving_up_what_was_done_is_not_taking_it_up_again():
    moves = Moves([Move(1, OPEN, DONE), Move(2, DONE, NOT_PLANNED)])
    assert moves.reopened == ()


def test_moves_may_come_in_any_order():
    moves = Moves([Move(3, DONE, OPEN), Move(1, OPEN, STARTED), Move(4, OPEN, DONE), Move(2, STARTED, DONE)])
    assert (moves.started(0), moves.done, moves.reopened) == (1, 4, (3,))


def test_one_that_never_moved_began_when_it_was_made_if_it_is_being_worked_on():
    assert Moves([]).started(7, STARTED) == 7
    assert Moves([]).started(7, OPEN) is None
    assert Moves([]).started(7) is None


def test_names_of_states_are_read_in_any_writing():
    told = {
        name: state_named(name, closed=False) for name in ("In Progress", "in-progress", "CODE REVIEW", "QA")
    }
    assert set(told.values()) == {STARTED}
    assert state_named("Won\u2019t fix", closed=True) is NOT_PLANNED
    assert state_named("Wont-Fix", closed=True) is NOT_PLANNED
    assert (state_named(None, closed=False), state_named(None, closed=True)) == (OPEN, DONE)
