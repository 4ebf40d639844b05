"""The owner says what a session went into; it is kept, listed and taken back by the command line."""

import json

import pytest

from claude_lines import response, write_log
from outlay.cli.main import main
from outlay.wiring import build_app

ONE, TWO = "5f0c0000-0000-4000-8000-000000000001", "5f0c0000-0000-4000-9000-000000000002"
PULL = {"repository": "Acme/Ledger", "number": 7, "title": "Sort", "state": "merged", "commits": ["ab" * 20]}


def prompt(session, at, text="go on"):
    """One line of a prompt of the owner's, which begins a turn."""
    message = {"role": "user", "content": text}
    return {"type": "user", "sessionId": session, "timestamp": at, "uuid": at, "message": message}


@pytest.fixture(autouse=True)
def folders(empty_home, monkeypatch):
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(empty_home / "data"))
    monkeypatch.setenv("OUTLAY_CONFIG_DIR", str(empty_home / "settings"))


@pytest.fixture
def call(capsys):
    def one(*words):
        code = main(["--zone", "UTC", *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return one


@pytest.fixture
def known(empty_home, call):
    """Two sessions, the first with two turns, and one pull request."""
    for session in (ONE, TWO):
        times = [f"2026-11-20T09:{minute:02}:00.000Z" for minute in range(4)]
        lines = [
            prompt(session, times[0]),
            response(f"m1{session}", "r1", times[1], session=session),
            prompt(session, times[2]),
            response(f"m2{session}", "r2", times[3], session=session),
        ]
        write_log(empty_home, lines, name=session)
    path = empty_home / "pulls.json"
    path.write_text(json.dumps([PULL]))
    call("sync")
    call("import", "pull-requests", str(path))
    return empty_home


def told(call, *words):
    """The data of an act."""
    code, out, err = call("items", *words, "--json")
    assert code == 0, err
    return json.loads(out)["data"]


def in_force():
    app = build_app()
    with app._view() as store:
        return {(one.session, one.turn): one.parts for one in store.links.links_in_force()}


def test_a_session_is_linked_by_the_beginning_of_its_id_and_the_answer_says_to_what(call, known):
    code, out, _ = call("items", "link", "pr:acme/ledger#7", "5f0c0000-0000-4000-8")
    assert (code, out) == (0, f"Act 1: Session {ONE} belongs to pr:Acme/Ledger#7.\n")
    assert in_force() == {(ONE, None): (("pr:Acme/Ledger#7", 1),)}


def test_the_answer_in_json_has_the_fields_other_programs_rely_on(call, known):
    data = told(call, "link", "PR:acme/LEDGER#7", f"{ONE}:2")
    assert {name: data[name] for name in ("act", "verb", "item", "session", "turn")} == {
        "act": 1,
        "verb": "link",
        "item": "pr:Acme/Ledger#7",
        "session": ONE,
        "turn": 2,
    }
    assert data["not_known_yet"] == []
    data = told(call, "unlink", ONE)
    assert (data["item"], data["turn"], data["turns_apart"]) == (None, None, [2])


def test_a_turns_own_word_stays_beside_its_sessions_and_that_is_said(call, known):
    call("items", "link", "pr:acme/ledger#7", f"{ONE}:1")
    _, out, _ = call("items", "unlink", ONE)
    assert out == f"Act 2: Session {ONE} belongs to no item.\n1 turn of it keeps its own word.\n"
    assert in_force() == {(ONE, 1): (("pr:Acme/Ledger#7", 1),), (ONE, None): ((None, 1),)}


def test_a_session_is_split_by_weight_also_with_a_part_of_no_item(call, known):
    data = told(call, "split", ONE, "pr:acme/ledger#7=3", "branch:acme/ledger:a=b=2", "none=1")
    assert data["parts"] == [
        {"item": "pr:Acme/Ledger#7", "weight": 3},
        {"item": "branch:acme/ledger:a=b", "weight": 2},
        {"item": None, "weight": 1},
    ]
    assert in_force()[ONE, None] == (("pr:Acme/Ledger#7", 3), ("branch:acme/ledger:a=b", 2), (None, 1))


@pytest.mark.parametrize(
    "item", ["ticket:NEW-1", "pr:acme/ledger#8", "branch:acme/ledger:x", "commit:a/b@" + "c" * 40]
)
def test_an_item_that_is_not_known_yet_is_kept_and_that_is_said(call, known, item):
    code, out, _ = call("items", "link", item, ONE)
    assert code == 0
    assert f"{item} is not known yet. What you said is kept and holds once it is." in out
    assert told(call, "note", item, "soon")["not_known_yet"] == [item]
    assert in_force() == {(ONE, None): ((item, 1),)}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("link", "pr:acme/ledger#7", "5f0c0000"), "may be 2 sessions"),
        (("link", "pr:acme/ledger#7", "5f0c"), "at least 6 letters"),
        (("link", "pr:acme/ledger#7", ""), "too short"),
        (("link", "pr:acme/ledger#7", "77777777"), "outlay sync"),
        (("link", "pr:acme/ledger#7", "\udcff77777777"), "No session begins with 77777777."),
        (("link", "pr:acme/ledger#7", f"{ONE}:9"), "Its last one is 2."),
        (("link", "pr:acme/ledger#7", f"{ONE}:{'9' * 30}"), "No session begins with"),
        (("link", "LED-1", ONE), "is not the key of an item. Keys are pr:owner/name#12"),
        (("link", "pr:\udcff#7", ONE), "is not the key of an item"),
        (("link", "manual:nope", ONE), "outlay items add"),
        (("link", "commit:acme/ledger@abcdef1", ONE), "id in full"),
        (("split", ONE, "pr:acme/ledger#7=1"), "outlay items link"),
        (("split", ONE, "pr:acme/ledger#7=1", "PR:Acme/ledger#7=2"), "stands twice"),
        (("split", ONE, "pr:acme/ledger#7=0", "none=1"), "out of range"),
        (("split", ONE, "pr:acme/ledger#7=1.5", "none=1"), "is not ITEM=WEIGHT"),
        (("split", ONE, "pr:acme/ledger#7", "none=1"), "is not ITEM=WEIGHT"),
        (("split", ONE, f"pr:acme/ledger#7={'9' * 5000}", "none=1"), "out of range"),
        (("dismiss", "manual:nope"), "outlay items add"),
        (("add", " \t"), "title is empty"),
        (("add", "Talk", "--done", "2999-01-01"), "has not come yet"),
        (("add", "Talk", "--done", "soon"), "is not a day"),
        (("add", "Talk", "--kind", "party"), "invalid choice"),
        (("undo",), "no act to take back"),
        (("undo", "3"), "There is no act 3."),
        (("undo", "first"), "invalid int"),
        (("praise",), "There is no action praise"),
        (("link",), "required"),
    ],
)
def test_a_wrong_call_changes_nothing_and_says_the_next_step(call, known, words, said):
    code, out, err = call("items", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert json.loads(call("items", *words, "--json")[1])["data"]["title"]
    assert told(call, "acts") == {"acts": []}


def test_a_message_lists_the_sessions_that_may_be_meant(call, known):
    _, _, err = call("items", "unlink", "5f0c0000")
    assert f"claude_code/{ONE}, claude_code/{TWO}" in err
    assert told(call, "unlink", f"claude_code/{TWO}")["session"] == TWO


def test_work_without_commits_is_entered_named_and_linked(call, known):
    data = told(call, "add", "--kind", "design", "Ledger", "design\ttalk", "--done", "2026-11-19")
    assert data["item"].startswith("manual:")
    assert data["text"] == "Ledger design talk"
    assert told(call, "link", data["item"], ONE)["not_known_yet"] == []
    with build_app(zone="UTC")._view() as store:
        [own] = store.links.own_items()
    assert (own.item, own.kind, own.landed) == (data["item"], "design", 1_795_089_600_000)


def test_work_that_something_in_force_names_is_not_taken_back_first(call, known):
    item = told(call, "add", "Talk")["item"]
    call("items", "link", item, ONE)
    code, _, err = call("items", "undo", "1")
    assert (code, err) == (2, f"Act 2 names {item}. Take it back first: outlay items undo 2.\n")
    assert [call("items", "undo", number)[0] for number in ("2", "1")] == [0, 0]


def test_an_act_is_taken_back_once_the_last_one_by_default(call, known):
    call("items", "dismiss", "pr:acme/ledger#7")
    call("items", "link", "pr:acme/ledger#7", ONE)
    assert call("items", "undo")[1] == f"Act 2 is taken back: Session {ONE} belongs to pr:Acme/Ledger#7.\n"
    assert told(call, "undo")["act"] == 1
    code, _, err = call("items", "undo", "1")
    assert (code, err) == (2, "Act 1 was taken back before. See outlay items acts.\n")
    assert in_force() == {}


def test_the_log_lists_every_act_with_when_it_was_taken_back(call, known):
    call("items", "note", "pr:acme/ledger#7", "Took", "three\ntries")
    call("items", "dismiss", "pr:acme/ledger#7")
    call("items", "undo")
    acts = told(call, "acts")["acts"]
    assert [(act["act"], act["verb"], act["text"], act["undone_at"] is None) for act in acts] == [
        (1, "note", "Took three\ntries", True),
        (2, "dismiss", None, False),
    ]
    lines = call("items", "acts")[1].splitlines()
    assert lines[0].split() == ["Act", "When", "What", "Taken", "back"]
    assert "Note on pr:Acme/Ledger#7: Took three tries" in lines[2]
    assert "pr:Acme/Ledger#7 does not count as shipped work." in lines[3]


def test_before_any_act_the_log_says_so(call):
    assert call("items", "acts")[:2] == (0, "No act so far.\n")


def test_a_long_note_is_cut_and_that_is_said_and_an_empty_one_takes_it_away(call, known):
    assert "It was cut to 2,000 characters." in call("items", "note", "pr:acme/ledger#7", "x" * 2_431)[1]
    assert told(call, "acts")["acts"][0]["text"] == "x" * 2_000
    assert (
        call("items", "note", "pr:acme/ledger#7", "")[1]
        == "Act 2: The note on pr:Acme/Ledger#7 is taken away.\n"
    )


def test_options_may_stand_anywhere(call, known):
    for words in (("--json", "link", "pr:acme/ledger#7", ONE), ("link", "pr:acme/ledger#7", "--json", ONE)):
        assert json.loads(call("items", *words)[1])["data"]["session"] == ONE


def test_words_survive_a_rebuild_and_raise_the_revision(call, known):
    before = build_app().glance().revision
    call("items", "link", "pr:acme/ledger#7", ONE)
    assert build_app().glance().revision == before + 1
    call("rebuild")
    assert in_force() == {(ONE, None): (("pr:Acme/Ledger#7", 1),)}
    assert (known / "data" / "backups" / "owner.sqlite").exists()
