"""The list of places looked at, in words that the command line and the screen share."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from outlay.domain.answers import Place, PlaceState, SourceAnswer
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import Problem, ProblemKind
from outlay.presenters.sources import problem_note, source_row, source_rows

NOW = UtcMillis(1_795_194_300_000)
ZONE = ZoneInfo("UTC")
READ = SourceAnswer(
    reader="logs.cursor",
    tool="cursor",
    state=PlaceState.FOUND,
    places=(Place("/home/ada/.cursor", PlaceState.FOUND, 3),),
    files=3,
    last_read=NOW,
    last_event=NOW,
    retention="Cursor keeps its conversations.",
    problems=(),
)


def notes_of(**more):
    return source_row(replace(READ, **more), NOW, ZONE, "/home/ada").notes


def test_what_a_tool_deletes_is_told_once_the_tool_was_here():
    assert notes_of() == ("Cursor keeps its conversations.",)
    assert notes_of(state=PlaceState.ABSENT) == ("Cursor keeps its conversations.",)
    assert notes_of(state=PlaceState.ABSENT, last_read=None) == ()


def test_a_tool_that_was_read_without_a_request_says_so_and_an_unread_one_does_not():
    assert "outlay import cursor-csv FILE" in notes_of(last_event=None)[1]
    assert notes_of(last_event=None, tool="codex")[1] == "No request stands in its logs yet."
    assert notes_of(last_event=None, last_read=None) == ("Cursor keeps its conversations.",)


def test_a_problem_names_one_place_it_was_met_at():
    problem = Problem("logs.codex", ProblemKind.NOT_JSON, 2, "rollout.jsonl:7")
    assert problem_note(problem).endswith("An update of Outlay may help. See rollout.jsonl:7.")
    assert problem_note(problem._replace(example="")).endswith("may help.")


def test_the_screen_names_its_own_buttons_where_the_command_line_names_commands():
    held = Problem("logs.cursor", ProblemKind.HELD, 1, "state.vscdb")
    source = replace(READ, problems=(held,))
    assert "at the next sync" in source_row(source, NOW, ZONE).notes[-1]
    (row,) = source_rows((source,), NOW, ZONE, "/home/ada")
    assert "at the next refresh" in row.notes[-1]
    assert row.places[0].name == "~/.cursor"


def test_a_place_in_the_way_says_why_and_what_to_do():
    failing = Place("/home/ada/.cursor", PlaceState.FAILING, 0, "permission denied")
    row = source_row(replace(READ, places=(failing,)), NOW, ZONE, "/home/ada")
    assert row.places[0][:2] == ("~/.cursor", "cannot be read")
    assert row.places[0].notes == ("Permission denied. Check who may read it.",)
