"""The Sources page in words: what is there, what is not, what was wrong, and what can be taken back."""

import pytest
from made_sources import (
    HOME,
    NOW,
    absent,
    act,
    answer,
    correction,
    machine,
    page,
    repository,
    source,
    trouble,
)

from outlay.domain.answers import Place, PlaceState
from outlay.domain.machine import Deleted, Exported, ExportProgress, Forgotten
from outlay.domain.own_words import Verb
from outlay.domain.pictures import Mark
from outlay.domain.work import RepositoryState
from outlay.presenters.pages.sources import sources_view
from outlay.presenters.pages.sources_acts import (
    delete_sentences,
    deleted_text,
    export_text,
    exported_text,
    forgotten_text,
)
from outlay.presenters.sizes import size_text


def texts(row):
    return tuple(cell.text if cell else "" for cell in row.cells)


def links(table):
    return [cell.link.what for row in table.rows for cell in row.cells if cell and cell.link]


MISSING = tuple(absent(tool, f"{HOME}/.{tool}") for tool in ("codex", "cursor", "copilot", "opencode"))


def test_a_tool_says_where_it_looks_how_that_stands_and_what_is_deleted():
    (row,) = sources_view(answer()).tools.rows
    assert texts(row) == (
        "Claude Code",
        "~/.claude/projects",
        "Reading",
        "09:12",
        "214 files. It deletes after 30 days; Outlay keeps the figures.",
    )
    assert not row.expandable


def test_a_tool_that_is_not_here_is_a_grey_ring_and_no_trouble():
    rows = sources_view(answer(sources=(absent("codex", f"{HOME}/.codex"),))).tools.rows
    assert texts(rows[0])[:3] == ("Codex", "~/.codex", "Not found")
    assert rows[0].cells[2].mark is Mark.ABSENT


def test_of_many_tools_that_are_not_here_two_are_named_and_the_rest_can_be_shown():
    known = answer(sources=(source(), *MISSING))
    few, all_of_them = sources_view(known).tools, sources_view(known, all_tools=True).tools
    assert [row.cells[0].text for row in few.rows] == ["Claude Code", "Codex", "Cursor"]
    assert texts(few.rows[-1])[4] == "2 more tools are not on this machine."
    assert links(few) == ["show"]
    assert len(all_of_them.rows) == 5
    assert links(all_of_them) == ["hide"]


def test_trouble_opens_to_its_sentence_and_one_place_that_holds_no_content():
    rows = sources_view(answer(sources=(source(problems=(trouble(3),)),))).tools.rows
    assert rows[0].expandable
    assert rows[0].cells[4].text.endswith("1 kind of trouble in its files.")
    assert texts(rows[1])[1] == "~/.claude/projects/api/5f0c.jsonl:12"
    assert texts(rows[1])[4].startswith("3 lines could not be read as JSON")


def test_a_place_that_cannot_be_read_stands_first_with_the_systems_reason_inside():
    places = (
        Place(f"{HOME}/.claude/projects", PlaceState.FOUND, 2),
        Place(f"{HOME}/.config/claude", PlaceState.FAILING, 0, "permission denied"),
    )
    rows = sources_view(answer(sources=(source(state=PlaceState.FAILING, places=places),))).tools.rows
    assert texts(rows[0])[1:3] == ("~/.config/claude", "Failing")
    assert rows[0].cells[2].mark is Mark.FAILING
    assert texts(rows[1])[1:3] == ("~/.claude/projects", "Reading")


@pytest.mark.parametrize("stacked", [True, False])
def test_whatever_the_width_every_word_of_a_tool_is_said(stacked):
    known = answer(sources=(source(problems=(trouble(),)), *MISSING), log_folders=(f"{HOME}/logs",))
    table = sources_view(known, stacked=stacked, all_tools=True).tools
    told = " ".join(f"{cell.text} {cell.below}" for row in table.rows for cell in row.cells if cell)
    for text in (
        "Claude Code",
        "~/.claude/projects",
        "214 files",
        "Reading",
        "09:12",
        "~/.opencode",
        "~/logs",
    ):
        assert text in told
    assert len({row.key for row in table.rows}) == len(table.rows)


def test_repositories_that_are_read_are_ticked_and_proposed_ones_are_not():
    lines = sources_view(answer()).repositories
    assert [(line.name, line.second, line.figure, line.ticked) for line in lines] == [
        ("harbor/api", "~/work/api, 2 worktrees", "412", True),
        ("dotfiles", "~/dotfiles", "", False),
    ]
    assert [line.act for line in lines] == ["Forget\u2026", ""]


def test_own_commits_that_were_not_counted_yet_are_no_zero():
    (line,) = sources_view(
        answer(repositories=(repository(commits=None),), proposed_repositories=())
    ).repositories
    assert line.figure == "\u2013"
    assert line.spoken == "not read yet"


def test_a_repository_that_is_gone_says_so():
    (line,) = sources_view(
        answer(repositories=(repository(state=RepositoryState.GONE),), proposed_repositories=())
    ).repositories
    assert "gone" in line.second


def test_emails_that_git_is_set_to_are_proposed():
    lines = sources_view(answer()).identities
    assert [(line.name, line.ticked) for line in lines] == [
        ("me@harbor.example", True),
        ("me@home.example", False),
    ]


def test_what_is_empty_says_what_would_stand_there():
    view = sources_view(
        answer(repositories=(), proposed_repositories=(), identities=(), proposed_identities=(), groups=())
    )
    assert all((view.no_repository, view.no_identity, view.no_group, view.no_correction, view.no_act))


def test_a_correction_tells_day_tool_both_sums_and_why():
    (row,) = sources_view(answer(corrections=(correction(),))).corrections.rows
    assert texts(row) == ("Tue 3 Nov", "Codex", "$5.00", "$6.25", "10 to 12", "A better reader.")


def test_an_act_that_holds_can_be_taken_back_and_one_that_was_says_when():
    rows = sources_view(answer(acts=(act(1, undone=NOW), act(2)))).acts.rows
    assert texts(rows[0])[1] == "Session 29631d6e belongs to HBR-207."
    assert rows[0].cells[1].link.what == "undo:2"
    assert texts(rows[1])[1].endswith("Taken back 09:30.")
    assert rows[1].cells[1].link is None


def test_an_item_entered_by_hand_is_called_by_its_title_on_the_screen():
    entered = act(1)._replace(verb=Verb.ADD, item="manual:tocdh0", link=None, text="Design review")
    noted = act(2)._replace(verb=Verb.NOTE, item="manual:tocdh0", link=None, text="Took a day")
    rows = sources_view(answer(acts=(entered, noted))).acts.rows
    assert [texts(row)[1] for row in rows] == [
        "Note on Design review: Took a day",
        "Entered by hand: Design review",
    ]


def test_the_machine_tells_size_range_and_prices():
    rows = {row.key: texts(row)[1] for row in sources_view(answer()).machine.rows}
    assert rows == {
        "data": "one file, 96 MB, only you can read it",
        "rows": "12,840, from 2 Mar 2026 to 23 Nov 2026",
        "machines": "none yet",
        "prices": "of 19 Nov, 1 own price",
    }


def test_a_machine_that_holds_nothing_has_no_range_and_no_date():
    empty = machine(
        rows=0, first=None, last=None, prices_dated=None, own_prices=0, database_bytes=0, folder_bytes=0
    )
    rows = {row.key: texts(row)[1] for row in sources_view(answer(machine=empty)).machine.rows}
    assert rows["rows"] == "none yet"
    assert rows["prices"] == "as shipped"


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 bytes"), (999, "999 bytes"), (4_400, "4.4 kB"), (96_000_000, "96 MB"), (1_240_000_000, "1.2 GB")],
)
def test_sizes_have_a_tenth_only_below_ten(size, text):
    assert size_text(size) == text


def test_before_everything_goes_it_is_said_what_goes_and_what_stays():
    told = " ".join(delete_sentences(page().machine, HOME))
    for text in ("~/.local/share/outlay", "12,840 requests", "files you exported stay", "gone for good"):
        assert text in told


def test_after_an_act_it_is_said_what_came_of_it(tmp_path):
    gone = deleted_text(Deleted((f"{HOME}/a", f"{HOME}/b"), (f"{HOME}/mine.txt",)), HOME)
    assert gone == "Removed: ~/a, ~/b. ~/mine.txt stay: Outlay did not write them."
    assert forgotten_text(Forgotten("harbor/api", 412, 9, 2, 1, ())) == (
        "harbor/api is forgotten: 412 commits, 9 items. 1 word of yours stays."
    )
    assert export_text(ExportProgress("usage", 20_000, 50_000)) == "Writing, 20,000 of 50,000 rows"
    assert "outlay.zip, 3.0 MB" in exported_text(Exported(tmp_path / "outlay.zip", 3_000_000, {}), HOME)
