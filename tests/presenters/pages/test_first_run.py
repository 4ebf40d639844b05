"""The page of the first run in words: what will be read, what is proposed, and how far the reading is."""

from made_sources import HOME, NOW, absent, machine, page, source, trouble

from outlay.domain.answers import Progress
from outlay.domain.machine import Autostart, StartState
from outlay.domain.words import plain
from outlay.presenters.pages.first_run import FirstRunAnswer, Reading, first_run_view, reading_view

WEEK = 7 * 24 * 3600 * 1000
OFF = Autostart(StartState.OFF, f"{HOME}/.config/autostart/outlay.desktop")


def before(**more):
    known = {"repositories": (), "proposed_repositories": (), "identities": (), **more}
    return FirstRunAnswer(page(**known), NOW, OFF)


def shown(answer, **more):
    return first_run_view(answer, **{"started": False, **more})


def cells(table):
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def test_every_path_that_will_be_read_is_named_with_what_lies_there():
    view = shown(before(sources=(source(), absent("codex", f"{HOME}/.codex"))))
    assert cells(view.tools) == [("Claude Code", "~/.claude/projects", "214 files")]
    assert plain(view.elsewhere) == "Not on this machine: Codex. Where it looks"
    assert (view.logs, view.waiting) == (True, "214 log files of 1 tool")


def test_the_places_that_hold_nothing_can_be_seen_too():
    view = shown(before(sources=(source(), absent("codex", f"{HOME}/.codex"))), all_places=True)
    assert cells(view.tools)[1] == ("Codex", "~/.codex", "not there")
    assert not view.elsewhere


def test_without_any_log_the_places_looked_at_are_listed():
    view = shown(before(sources=(absent("codex", f"{HOME}/.codex"),)))
    assert not view.logs
    assert cells(view.tools) == [("Codex", "~/.codex", "not there")]


def test_the_emails_git_is_set_to_are_ticked_beforehand_and_repositories_never():
    view = shown(before(proposed_repositories=(f"{HOME}/work/api",)))
    assert [(line.name, line.ticked) for line in view.emails] == [("me@home.example", True)]
    assert [(line.name, line.ticked) for line in view.repositories] == [("api", False)]


def test_after_start_ticks_are_what_was_kept():
    view = shown(before(identities=("me@harbor.example",)), started=True)
    assert [(line.name, line.ticked) for line in view.emails] == [
        ("me@harbor.example", True),
        ("me@home.example", False),
    ]


def test_where_nothing_can_be_started_with_the_session_it_is_not_offered():
    unknown = before()._replace(autostart=Autostart(StartState.UNKNOWN, ""))
    assert shown(before()).autostart
    assert not shown(unknown).autostart


def test_the_reading_tells_files_megabytes_and_the_time_left():
    progress = Progress(201, 311, 412_000_000, 701_000_000, 9.2, NOW)
    view = reading_view(Reading(progress), before())
    assert view.far == "201 of 311 files, 412 of 701 MB, about 9 s left"
    assert round(view.share, 2) == 0.59
    assert not view.ready


def test_this_week_can_be_shown_as_soon_as_seven_days_are_whole():
    progress = Progress(201, 311, 412, 701, None, NOW - WEEK)
    view = reading_view(Reading(progress), before(machine=machine(rows=12_840)))
    assert view.ready
    assert plain(view.note) == "The last 7 days are ready. 12,840 requests so far."
    later = Progress(201, 311, 412, 701, None, NOW - WEEK + 1)
    assert not reading_view(Reading(later), before()).ready


def test_lines_that_gave_trouble_are_counted_and_can_be_opened():
    answer = before(sources=(source(problems=(trouble(3),)),))
    view = reading_view(Reading(None, over=True), answer)
    assert view.ready
    assert plain(view.note) == "12,840 requests are kept. 3 lines gave trouble. Which?"
    assert [run.link for run in view.note if run.link] == ["which"]


def test_before_the_first_word_of_the_reading_nothing_is_claimed():
    view = reading_view(Reading(), before())
    assert (view.share, view.ready, view.note) == (0.0, False, ())
