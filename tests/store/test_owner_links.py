"""The owner's acts on items: what holds is what the acts not undone say, by the names items have now."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from facts import SESSION, START, event, piece, price_all

from outlay.domain.moments import UtcMillis
from outlay.domain.own_words import OwnerLink, OwnItem, OwnItemKind, Verb
from outlay.domain.usage import SessionFact, SessionKey, Turn
from outlay.store.backup import back_up, open_or_recover

NOW = UtcMillis(START)
BRANCH, PULL = "branch:acme/ledger:feat/x", "pr:acme/ledger#7"


def link(store, *parts, turn=None, session="s1"):
    weighed = tuple(part if isinstance(part, tuple) else (part, 1) for part in parts)
    verb = Verb.SPLIT if len(parts) > 1 else Verb.LINK
    with store.writing(act=True):
        return store.links.keep_link(verb, OwnerLink("claude_code", session, turn, weighed), NOW)


def undo(store, number):
    with store.writing(act=True):
        store.links.undo(number, NOW)


def in_force(store):
    return {(one.session, one.turn): one.parts for one in store.links.links_in_force()}


def test_the_last_act_on_a_session_holds_and_undoing_it_brings_the_one_before_back(store):
    link(store, PULL)
    last = link(store, (PULL, 2), (None, 1))
    assert in_force(store) == {("s1", None): ((PULL, 2), (None, 1))}
    undo(store, last)
    assert in_force(store) == {("s1", None): ((PULL, 1),)}


def test_a_turn_has_a_word_of_its_own_beside_its_sessions(store):
    link(store, PULL, turn=3)
    link(store, None)
    assert in_force(store) == {("s1", None): ((None, 1),), ("s1", 3): ((PULL, 1),)}


def test_an_act_of_before_that_is_undone_changes_nothing_that_holds(store):
    first = link(store, PULL)
    link(store, "ticket:LED-1")
    undo(store, first)
    assert in_force(store) == {("s1", None): (("ticket:LED-1", 1),)}


def test_a_branch_that_became_a_pull_request_keeps_every_word(store):
    link(store, (BRANCH, 2), (PULL, 1))
    with store.writing(act=True):
        store.links.keep_dismissal(BRANCH, NOW)
        store.links.keep_note(BRANCH, "three tries", NOW)
        assert store.links.keep_alias(BRANCH, PULL)
    assert in_force(store) == {("s1", None): ((PULL, 3),)}
    assert store.links.dismissed() == {PULL}
    assert store.links.notes() == {PULL: "three tries"}
    assert store.links.acts()[0].link.parts == ((BRANCH, 2), (PULL, 1))


def test_a_name_that_would_lead_in_a_circle_is_not_taken_on(store):
    with store.writing():
        assert store.links.keep_alias("a", "b")
        assert not store.links.keep_alias("a", "b")
        assert not store.links.keep_alias("b", "a")
        assert not store.links.keep_alias("c", "c")
    assert store.links.aliases() == {"a": "b"}


def test_the_last_note_holds_and_an_empty_one_takes_it_away(store):
    with store.writing():
        for text in ("first", "second"):
            store.links.keep_note(PULL, text, NOW)
    assert store.links.notes() == {PULL: "second"}
    with store.writing():
        number = store.links.keep_note(PULL, "", NOW)
    assert store.links.notes() == {}
    undo(store, number)
    assert store.links.notes() == {PULL: "second"}


def test_work_entered_by_hand_goes_when_its_act_is_undone_and_its_name_stays_taken(store):
    own = OwnItem("manual:abc", OwnItemKind.DESIGN, "Ledger design", NOW)
    with store.writing():
        number = store.links.keep_own_item(own, NOW)
    assert store.links.own_items() == (own,)
    undo(store, number)
    assert (store.links.own_items(), store.links.is_taken("manual:abc")) == ((), True)


def everything(store):
    links = store.links
    return (
        links.acts(),
        links.links_in_force(),
        links.dismissed(),
        links.notes(),
        links.own_items(),
        links.aliases(),
    )


@pytest.fixture
def told(store):
    """A store with an act of every kind, one of them undone."""
    link(store, PULL)
    undo(store, link(store, BRANCH, "ticket:LED-1", turn=2))
    with store.writing(act=True):
        store.links.keep_dismissal("ticket:LED-2", NOW)
        store.links.keep_note(PULL, "näher besehen", NOW)
        store.links.keep_own_item(OwnItem("manual:abc", OwnItemKind.OTHER, "Talk", NOW), NOW)
        store.links.keep_alias(BRANCH, PULL)
    return store


def test_every_word_survives_a_rebuild(told):
    before = everything(told)
    told.rebuild(price_all)
    assert everything(told) == before


def test_every_word_survives_the_loss_of_the_file(told, path):
    back_up(told, date(2026, 11, 20))
    link(told, "ticket:LED-9", session="s9")
    told.save_owner_words()
    before = everything(told)
    told.close()
    path.write_bytes(b"no database" * 500)
    again = open_or_recover(path, "laptop", NOW)
    assert everything(again) == before
    link(again, PULL)
    assert len(again.links.acts()) == len(before[0]) + 1
    again.close()


def test_words_are_restored_over_other_words_that_refer_to_each_other(told, path):
    told.save_owner_words()
    before = everything(told)
    for _ in range(3):
        link(told, "ticket:LED-9")
    told.load_owner_words()
    assert everything(told) == before


def test_a_copy_an_older_outlay_made_with_fewer_columns_is_still_taken(told, path):
    told.save_owner_words()
    with closing(sqlite3.connect(path.parent / "backups" / "owner.sqlite")) as copy:
        copy.execute("alter table owner_acts drop column undone_ms")
        copy.commit()
    told.load_owner_words()
    assert [act.undone for act in told.links.acts()] == [None] * 5


def test_sessions_are_found_by_the_beginning_of_their_id(store):
    keys = [
        SESSION,
        SessionKey("codex", "s1"),
        SessionKey("codex", "s10"),
        SessionKey("codex", "s10", "agent"),
    ]
    events = [event(f"m{n}", session=key, turn=n) for n, key in enumerate(keys)]
    store.add_slices([piece(*events)], price_all, NOW, refresh=True)
    assert [(one.tool, one.session) for one in store.named.sessions("s1")] == [
        ("claude_code", "s1"),
        ("codex", "s1"),
    ]
    assert [one.tool for one in store.named.sessions("codex/s1")] == ["codex"]
    assert [one.session for one in store.named.sessions("s10")] == ["s10"]
    assert store.named.sessions("S1") == store.named.sessions("%") == ()
    assert store.named.last_turn("codex", "s10") == 3
    assert store.named.last_turn("codex", "none") is None


def test_a_prompt_without_a_request_counts_as_a_turn(store):
    batch = piece(event(turn=1), turns=[Turn(SESSION, 4, NOW)], sessions=[SessionFact(SESSION, "s1")])
    store.add_slices([batch], price_all, NOW, refresh=True)
    assert store.named.last_turn("claude_code", "s1") == 4
