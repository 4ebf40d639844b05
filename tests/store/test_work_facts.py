"""Pull requests and tickets are kept once, and replaced whole when they are told otherwise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outlay.domain.accounts import Account, SecretPlace
from outlay.domain.moments import UtcMillis
from outlay.domain.pulls import PullRequest, PullState, Ticket, TicketState
from outlay.domain.work import Mark, MarkKind
from outlay.store.store import Store

NOW = UtcMillis(1_763_600_000_000)
PULL = PullRequest(
    repository="Acme/Ledger",
    number=7,
    title="Sort",
    head_branch="feature/sort",
    base_branch="main",
    own=True,
    draft=False,
    state=PullState.OPEN,
    created=NOW,
    merged=None,
    closed=None,
    merge_commit=None,
    commits=("b" * 40, "a" * 40),
    marks=(Mark(MarkKind.LABEL, "bug"), Mark(MarkKind.TICKET, "LED-1")),
    url=None,
)
TICKET = Ticket("jira", "LED-1", "acme/ledger", "Bug", "Sort", TicketState.OPEN, NOW, None, None, (), None)


def keep(store, *pulls):
    return store.keep_work(lambda: store.work.keep_pulls(pulls, "file", NOW))


def keep_tickets(store, *tickets):
    return store.keep_work(lambda: store.work.keep_tickets(tickets, "file", NOW))


def test_a_pull_request_comes_back_as_it_was_told_with_its_commits_in_order(store):
    assert keep(store, PULL) == (1, 0)
    assert store.work.pulls() == (PULL,)


def test_telling_the_same_again_changes_nothing_not_even_the_revision(store):
    keep(store, PULL)
    keep_tickets(store, TICKET)
    before = store.revision
    assert (keep(store, PULL), keep_tickets(store, TICKET)) == ((0, 0), (0, 0))
    assert store.revision == before


def test_what_changed_replaces_commits_and_marks_whole(store):
    keep(store, PULL)
    merged = PULL._replace(
        state=PullState.MERGED,
        merged=UtcMillis(NOW + 1),
        commits=("c" * 40,),
        marks=(),
        repository="acme/ledger",
    )
    before = store.revision
    assert keep(store, merged) == (0, 1)
    assert store.work.pulls() == (merged,)
    assert store.revision == before + 1


def test_a_ticket_comes_back_with_every_reopening_in_order_of_time(store):
    reopened = TICKET._replace(reopened=(UtcMillis(5), UtcMillis(3), UtcMillis(5)), repository="Acme/Ledger")
    assert keep_tickets(store, TICKET, TICKET._replace(key="LED-2")) == (2, 0)
    assert keep_tickets(store, reopened) == (0, 1)
    assert store.work.tickets()[0] == TICKET._replace(reopened=(3, 5))


PULLS = st.lists(
    st.builds(
        PULL._replace,
        repository=st.sampled_from(["a/b", "A/b", "a/c"]),
        number=st.integers(1, 3),
        state=st.sampled_from(PullState),
        commits=st.lists(st.sampled_from(["a" * 40, "b" * 40]), unique=True).map(tuple),
        marks=st.lists(
            st.builds(Mark, st.sampled_from(MarkKind), st.sampled_from("xy")), unique=True, max_size=3
        ).map(lambda marks: tuple(sorted(marks))),
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def kept_store(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("kept") / "outlay.sqlite", "laptop")
    yield store
    store.close()


@settings(max_examples=40, deadline=None)
@given(PULLS)
def test_the_last_word_on_each_is_what_is_given_back_and_what_was_counted_adds_up(kept_store, told):
    known = {(one.repository.lower(), one.number): one for one in kept_store.work.pulls()}
    after = {(one.repository.lower(), one.number): one for one in told}
    kept = keep(kept_store, *told)
    assert kept_store.work.pulls() == tuple((known | after)[key] for key in sorted(known | after))
    assert kept.added == len(after.keys() - known.keys())
    assert kept.changed == sum(known[key] != after[key] for key in after.keys() & known.keys())


def test_a_file_replaces_nothing_that_a_connected_account_tells(store):
    account = Account("a1", "work", "jira", "https://acme.example", (), SecretPlace.KEYRING)
    with store.writing():
        store.accounts.keep(account, NOW)
        store.work.keep_pulls([PULL], "account:a1", NOW)
        store.work.keep_tickets([TICKET], "account:a1", NOW)
    older, other = PULL._replace(title="An older title"), PULL._replace(number=8)
    assert keep(store, older, other) == (1, 0)
    assert keep_tickets(store, TICKET._replace(title="An older title")) == (0, 0)
    assert store.work.pulls() == (PULL, other)
    assert store.work.tickets() == (TICKET,)
    with store.writing():
        store.accounts.remove("a1")
    assert keep(store, older) == (0, 1)
    assert keep_tickets(store, TICKET._replace(title="An older title")) == (0, 1)
