"""Whatever the owner says and takes back, what holds is what the acts not undone say, one after the other."""

from contextlib import closing

import pytest
from facts import START, event, piece, price_all
from hypothesis import given, settings
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis
from outlay.domain.own_words import OwnItemKind
from outlay.domain.usage import SessionFact, SessionKey
from outlay.errors import WrongCallError
from outlay.store.store import Store
from outlay.use_cases.own_words import OwnWords

NOW = UtcMillis(START)
SESSIONS = ("first1", "second2")
ITEMS = ("pr:a/b#1", "ticket:LED-1", "branch:a/b:x", None)


def opened(folder):
    """A store that knows two sessions with turns 1 and 2."""
    folder.mkdir(exist_ok=True)
    store = Store(folder / "outlay.sqlite", "laptop")
    events = [
        event(f"{session}{turn}", session=SessionKey("codex", session), turn=turn)
        for session in SESSIONS
        for turn in (1, 2)
    ]
    store.add_slices([piece(*events)], price_all, NOW, refresh=True)
    return store


PLACES = st.builds(
    lambda session, turn: session + turn, st.sampled_from(SESSIONS), st.sampled_from(("", ":1", ":2"))
)
PARTS = st.lists(
    st.tuples(st.sampled_from(ITEMS), st.integers(1, 9)),
    min_size=2,
    max_size=3,
    unique_by=lambda part: part[0],
)
LINKS = (
    st.tuples(st.just("link"), PLACES, st.sampled_from(ITEMS[:-1]))
    | st.tuples(st.just("unlink"), PLACES)
    | st.tuples(st.just("split"), PLACES, PARTS)
)
UNDOING = st.tuples(st.just("undo"), st.none() | st.integers(1, 12))
SAYING = st.tuples(st.just("dismiss"), st.sampled_from(ITEMS[:-1])) | st.tuples(
    st.just("note"), st.sampled_from(ITEMS[:-1]), st.sampled_from(("", "one", "two"))
)


def say(store, act):
    """Carry one act out; undoing what is not there is refused and changes nothing."""
    verb, *words = act
    before = holding(store)
    try:
        return getattr(OwnWords(store, NOW), verb)(*words).act
    except WrongCallError:
        assert verb == "undo"
        assert holding(store) == before
        return None


def holding(store):
    return store.links.links_in_force(), store.links.dismissed(), store.links.notes()


def test_what_holds_is_what_replaying_the_acts_not_undone_gives(tmp_path_factory):
    folder = tmp_path_factory.mktemp("acts")
    with closing(opened(folder / "said")) as said, closing(opened(folder / "replayed")) as replayed:

        @settings(max_examples=40, deadline=None)
        @given(st.lists(LINKS | UNDOING | SAYING, max_size=12))
        def check(acts):
            for store in (said, replayed):
                _forget(store)
            kept = {}
            for act in acts:
                done = say(said, act)
                if done and act[0] != "undo":
                    kept[done.number] = act
            for one in said.links.acts():
                if one.undone is None:
                    say(replayed, kept[one.number])
            assert holding(said) == holding(replayed)
            assert {(one.session, one.turn): one.parts for one in said.links.links_in_force()} == _model(said)

        check()


def _forget(store):
    with store.writing():
        for table in ("owner_links", "owner_items", "owner_acts"):
            store._connection.execute(f"delete from {table}")


def _model(store):
    """The last word on each place, by the log alone."""
    holds = [act.link for act in store.links.acts() if act.undone is None and act.link]
    return {(link.session, link.turn): link.parts for link in holds}


@pytest.fixture
def words(tmp_path):
    with closing(opened(tmp_path)) as store:
        yield OwnWords(store, NOW)


def test_a_session_that_is_part_of_another_is_not_linked_alone(words):
    key = SessionKey("codex", "thread-of-first1")
    with words._store.writing():
        words._store._names.tell(SessionFact(key, "first1", "first1"))
    with pytest.raises(WrongCallError, match="is part of session first1 and counts with it"):
        words.unlink("thread-of-first1")


def test_a_session_without_turns_is_linked_as_a_whole_only(words):
    store = words._store
    whole = event("m9", session=SessionKey("cursor", "usage-csv"))
    store.add_slices([piece(whole, path="/other.jsonl")], price_all, NOW, refresh=True)
    with pytest.raises(WrongCallError, match="No turns are known"):
        words.unlink("usage-csv:1")
    assert words.unlink("usage-csv").act.link.turn is None


def test_the_time_before_the_first_prompt_is_turn_0(words):
    assert words.unlink("first1:0").act.link.turn == 0


def test_of_many_sessions_a_few_are_listed(words):
    many = [event(f"x{n}", session=SessionKey("codex", f"many-{n:02}")) for n in range(9)]
    words._store.add_slices([piece(*many, path="/many.jsonl")], price_all, NOW, refresh=True)
    with pytest.raises(
        WrongCallError, match=r"9 sessions: codex/many-00, .*codex/many-04 and 4 more\. Write more"
    ):
        words.unlink("many-0")


def test_work_entered_twice_in_one_second_stays_two(words):
    acts = [words.add_item("Talk", OwnItemKind.OTHER, NOW).act for _ in range(3)]
    assert len({act.item for act in acts}) == 3
    assert len(words._store.links.own_items()) == 3


def test_a_long_title_is_cut_and_that_is_told(words):
    told = words.add_item("x" * 400, OwnItemKind.REVIEW, NOW)
    assert (len(told.act.text), told.cut) == (300, True)


def test_an_item_that_got_another_name_is_named_by_either(words):
    store = words._store
    with store.writing():
        store.links.keep_alias("branch:a/b:x", "pr:a/b#1")
    assert words.link("first1", "branch:a/b:x").act.item == "pr:a/b#1"
    assert words.note("pr:a/b#1", "soon").act.item == "pr:a/b#1"
