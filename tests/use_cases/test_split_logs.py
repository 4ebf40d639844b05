"""A session whose log is split between files: wherever it is cut and whichever part is read first, nothing changes."""

import random
import sqlite3
from contextlib import closing
from itertools import permutations

import pytest

from claude_lines import response, write_log
from outlay.domain.moments import UtcMillis
from outlay.domain.prices import Rate, TokenPrices
from outlay.readers.interface import Surroundings
from outlay.readers.logs.claude_code import READER
from outlay.rules.price_book import book_of
from outlay.rules.pricing import cost_of
from outlay.store.log_facts import FileSlice
from outlay.store.store import Store
from outlay.system.line_hashes import line_packer
from shared_pull import ONE, logs, pull, repository, told_home

SESSION = "5f0c0000-0000-4000-8000-000000000001"
NOW = UtcMillis(1_795_200_000_000)
URL = "https://forge.example/acme/shop/pull/12"
PRICES = TokenPrices(5_000_000, 25_000_000, 500_000, 6_250_000, 10_000_000)
RATES = [Rate("anthropic", "claude-opus-4-6", "standard", UtcMillis(0), PRICES, (), None, "USD", "by hand")]
CANARY = "canary_line = never_to_be_kept(1)"


def stamp(at):
    return f"2026-11-20T09:{at // 60:02}:{at % 60:02}.000Z"


def prompt(at, text):
    message = {"role": "user", "content": text}
    line = {
        "type": "user",
        "sessionId": SESSION,
        "uuid": f"p{at}",
        "timestamp": stamp(at),
        "message": message,
    }
    return line | {"cwd": "/home/a/shop"}


def asks(at, *calls):
    """A response whose calls are told as name, id and input."""
    line = response(f"m{at}", f"r{at}", stamp(at), tokens=(1, 50, 0, 0, 100 + at), session=SESSION)
    line["message"]["content"] = [
        {"type": "tool_use", "id": f"toolu_{ident}", "name": name, "input": given}
        for ident, name, given in calls
    ]
    return line


def answers(at, ident, content="ok", outcome=None, *, error=False):
    part = {"type": "tool_result", "tool_use_id": f"toolu_{ident}", "content": content, "is_error": error}
    line = prompt(at, [part]) | {"uuid": f"u{at}"}
    return line | ({"toolUseResult": outcome} if outcome else {})


def shell(command):
    return "Bash", {"command": command}


def edit(path, new):
    given = {"file_path": f"/home/a/shop/{path}", "old_string": "total = before(1)", "new_string": new}
    return "Edit", given


PATCH = {"structuredPatch": [{"lines": ["-total = before(1)", "+total = patched(2)", "+more = patched(3)"]}]}
WRITTEN = {"file_path": "/home/a/shop/a.py", "content": f"{CANARY}\nsum_of_a = first(2)\n"}
HEREDOC = "cat > b.py <<'END'\nsum_of_b = first(1)\nrest_of_b = second(2)\nEND"
LINES = [
    prompt(0, "begin"),
    asks(1, ("write", "Write", WRITTEN)),
    answers(2, "write", outcome={"type": "create", "structuredPatch": []}),
    asks(3, ("read", "Read", {"file_path": "/home/a/shop/a.py"})),
    answers(4, "read", f"[main 7654321] in a file, and {URL}9"),
    asks(5, ("edit", *edit("a.py", "total = asked(2)"))),
    answers(6, "edit", outcome=PATCH),
    asks(7, ("commit", *shell("git commit -am all"))),
    answers(8, "commit", "[main abc1234] all"),
    asks(9, ("fails", *shell("make test"))),
    answers(10, "fails", "Exit code 2", error=True),
    asks(11, ("works", *shell("make test"))),
    answers(12, "works", "all passed"),
    asks(13, ("again", *shell("make test"))),
    answers(14, "again", "all passed"),
    prompt(15, "go on"),
    asks(16, ("search1", "WebSearch", {"query": "q"}), ("search2", "WebSearch", {"query": "r"})),
    answers(17, "search1", outcome={"searchCount": 1}),
    answers(18, "search2", outcome={"searchCount": 2}),
    asks(19, ("pull", *shell("gh pr create --fill"))),
    answers(20, "pull", URL),
    asks(21, ("heredoc", *shell(HEREDOC))),
    answers(22, "heredoc"),
    asks(23, ("refused", *edit("c.py", "total = refused(2)"))),
    answers(24, "refused", "The user doesn't want to proceed", error=True),
    asks(25, ("one", *edit("a.py", "total = one(2)")), ("two", *edit("b.py", "total = two(2)"))),
    answers(26, "two"),
    answers(27, "one"),
]


class Kept:
    """A store, and a session's log in parts that grow and are read on from where they were left."""

    def __init__(self, folder, *parts):
        self.path = folder / "outlay.sqlite"
        self._home = folder / "home"
        self._parts = [list(part) for part in parts]
        self._read = [0 for _ in parts]
        self._store = Store(self.path, "laptop")
        self._book = book_of(RATES, ())
        with self._store.writing():
            self._store.prices.keep(RATES, NOW)

    def slices(self, part, upto=None, *, anew=False):
        """What a part's file brings that grew up to so many of its lines."""
        self._read[part] = max(self._read[part], len(self._parts[part]) if upto is None else upto)
        lines = self._parts[part][: self._read[part]]
        path = str(write_log(self._home, lines, f"{SESSION[:-4]}{part:04}"))
        probe = READER.probe(Surroundings(self._home, {}))
        file = next(file for file in probe.files if file.path == path)
        bookmark = None if anew else self._store.logs.bookmarks(READER.reader_id).get(path)
        batches = READER.read(file, bookmark, line_packer(7), probe)
        return [FileSlice(READER.reader_id, path, one, anew) for one in batches]

    def keep(self, slices):
        price_all = lambda asked: [cost_of(one, self._book) for one in asked]  # noqa: E731
        self._store.add_slices(slices, price_all, NOW, refresh=True)

    def rows(self):
        with closing(sqlite3.connect(self.path)) as look:
            return {name: sorted(look.execute(sql).fetchall(), key=str) for name, sql in TABLES.items()}

    def waiting(self):
        with closing(sqlite3.connect(self.path)) as look:
            return look.execute("select call, half from fact_call_halves order by 1, 2").fetchall()

    def everything_written(self):
        self._store.close()
        return b"".join(path.read_bytes() for path in self.path.parent.glob("outlay.sqlite*"))


def read_in_order(folder, *parts, together=False):
    """What is kept of parts that were read one after the other, or in one transaction."""
    folder.mkdir()
    made = Kept(folder, *parts)
    slices = [made.slices(part) for part in range(len(parts))]
    for some in [[one for several in slices for one in several]] if together else slices:
        made.keep(some)
    return made.rows()


ASKED_AT = "(select t.moment_ms from fact_turns t where t.session_id = f.session_id and t.number = f.turn)"
"""A turn is known by when it was asked for: which number it has may depend on which part was read first."""

TABLES = {
    "edits": f"""
        select call, part, moment_ms, {ASKED_AT}, path, folder_id, kind, hex(added), hex(removed), hex(runs) from fact_edits f
    """,
    "shell": f"select call, kind, value, moment_ms, {ASKED_AT} from fact_shell f",
    "requests": f"""
        select message_key, {ASKED_AT}, web_searches, list_micros from fact_usage f join derived_costs using (event_id)
    """,
    "turns": "select moment_ms from fact_turns",
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    found = read_in_order(tmp_path_factory.mktemp("whole") / "0", LINES)
    assert {name: len(found[name]) for name in TABLES} == {"edits": 5, "shell": 4, "requests": 12, "turns": 2}
    assert sum(row[2] or 0 for row in found["requests"]) == 3
    return found


@pytest.mark.parametrize("cut", range(1, len(LINES)))
def test_cut_in_two_it_comes_to_the_same_whichever_part_is_read_first(tmp_path, whole, cut):
    parts = LINES[:cut], LINES[cut:]
    assert read_in_order(tmp_path / "first to last", *parts) == whole
    assert read_in_order(tmp_path / "last to first", *reversed(parts)) == whole
    assert read_in_order(tmp_path / "together", *reversed(parts), together=True) == whole


@pytest.mark.parametrize("seed", range(25))
def test_cut_anywhere_and_read_bit_by_bit_in_any_order_it_comes_to_the_same(tmp_path, whole, seed):
    chance = random.Random(seed)
    cuts = sorted(chance.sample(range(1, len(LINES)), chance.randint(1, 5)))
    parts = [LINES[first:last] for first, last in zip([0, *cuts], [*cuts, len(LINES)], strict=True)]
    if chance.random() < 0.3:
        parts.append(LINES)
    made = Kept(tmp_path, *parts)
    for part in chance.choices(range(len(parts)), k=6):
        made.keep(made.slices(part, chance.randint(1, len(parts[part]))))
    for part in chance.sample(range(len(parts)), len(parts)):
        made.keep(made.slices(part))
    assert made.rows() == whole
    for part in chance.choices(range(len(parts)), k=2):
        made.keep(made.slices(part, anew=True))
    assert made.rows() == whole


def test_between_the_parts_a_call_has_written_nothing_yet(tmp_path, whole):
    made = Kept(tmp_path, LINES[:2], LINES[2:])
    made.keep(made.slices(0))
    assert made.rows()["edits"] == []
    assert made.waiting() == [("toolu_write", "asked")]
    made.keep(made.slices(1))
    assert made.rows() == whole


@pytest.mark.parametrize("cut", [2, 4, 8, 10, 22])
def test_no_text_of_a_call_or_its_result_is_kept_while_they_are_apart(tmp_path, cut):
    made = Kept(tmp_path, LINES[:cut], LINES[cut:])
    for part in (1, 0):
        made.keep(made.slices(part))
    assert made.waiting()
    written = made.everything_written()
    texts = (
        b"canary_line",
        b"never_to_be_kept",
        b"make test",
        b"git commit",
        b"in a file",
        b"second(2)",
        b"Exit code",
    )
    assert [text for text in texts if text in written] == []
    assert b"toolu_write" in written


def test_a_result_in_the_calls_own_file_leaves_nothing_waiting(tmp_path, whole):
    made = Kept(tmp_path, LINES)
    for upto in range(1, len(LINES) + 1):
        made.keep(made.slices(0, upto))
    assert made.rows() == whole
    assert made.waiting() == []


def test_a_refusal_in_another_file_writes_nothing(tmp_path):
    call, refusal = LINES[22:24]
    for number, parts in enumerate(permutations([[call], [refusal]])):
        found = read_in_order(tmp_path / str(number), *parts)
        assert (found["edits"], found["shell"]) == ([], [])


def test_a_result_of_another_session_answers_no_call(tmp_path):
    call, answer = LINES[1:3]
    made = Kept(tmp_path, [call], [answer | {"sessionId": f"{SESSION[:-1]}9"}])
    made.keep(made.slices(0))
    made.keep(made.slices(1))
    assert made.rows()["edits"] == []


def answers_of(app):
    """What the owner sees of items, spend and evidence; which number a turn has may differ."""
    evidence = app.evidence()
    shares = sorted((share._replace(turn=0) for share in evidence.shares), key=str)
    return (
        app.items().items,
        app.items().total_micros,
        sorted(evidence.links),
        shares,
        app.spend(("session",)).rows,
    )


@pytest.mark.parametrize("first", [0, 1])
def test_items_and_evidence_do_not_change_when_an_edits_result_stands_in_another_file(tmp_path, first):
    homes = [tmp_path / name for name in ("one file", "two files")]
    found = []
    for home in homes:
        home.mkdir()
        shas = repository(home / "shop")
        logs(home, home / "shop")
        log = next(home.rglob(f"{ONE}.jsonl"))
        if home == homes[1]:
            lines = log.read_text().splitlines(keepends=True)
            parts = lines[:2], lines[2:]
            log.write_text("".join(parts[first]))
            told_home(home, [pull(shas[:2], shas[2])])
            log.with_name(f"{ONE[:-1]}9.jsonl").write_text("".join(parts[1 - first]))
        found.append(answers_of(told_home(home, [pull(shas[:2], shas[2])])))
    assert found[0] == found[1]
    assert found[0][2]
