from dataclasses import replace

from outlay.domain.answers import PlaceState, Progress, Trouble
from outlay.domain.pictures import FaceState
from outlay.presenters.activity import Activity
from outlay.presenters.tray import tray_view, trouble_view
from ui.glances import NOW, at, filled

STALE = Trouble("Codex", PlaceState.STALE, "Codex is quiet")
FAILING = Trouble("Claude Code", PlaceState.FAILING, "Claude Code cannot be read", "Check the folder.")


def test_tooltip_and_menu_carry_the_figures_of_the_popover():
    view = tray_view(filled(), Activity())
    assert view.menu == (
        "Today $15.20 list value, 1 pull request shipped",
        "7 days $87.40 list value, 7 shipped",
        "5 pull requests, 1 ticket, 1 commit",
        "As of 17:26",
    )
    assert view.tooltip.splitlines() == [
        "Outlay",
        "Today $15.20 list value, 1 shipped",
        "7 days $87.40 list value, 7 shipped: 5 pull requests, 1 ticket, 1 commit",
        "As of 17:26",
    ]
    assert view.icon == ("15", FaceState.FRESH)


def test_a_terminal_is_told_what_shipped_by_kinds():
    assert tray_view(filled(), Activity()).lines[:2] == (
        "Today $15.20 list value, 1 pull request shipped",
        "7 days $87.40 list value, 7 shipped: 5 pull requests, 1 ticket, 1 commit",
    )


def test_a_tooltip_with_little_room_keeps_the_counts_and_what_fails():
    troubled = replace(filled(), troubles=(FAILING,))
    assert tray_view(troubled, Activity()).tooltip.splitlines()[1:] == [
        "Today $15.20 list value, 1 shipped",
        "7 days $87.40 list value, 7 shipped",
        "As of 17:26",
        "Claude Code cannot be read",
    ]


def test_a_tooltip_with_room_has_the_kinds_of_today_too():
    glance = filled()
    few = replace(glance.week, shipped=1, settling=1, items=glance.week.items[:1])
    lines = tray_view(replace(glance, week=few), Activity()).tooltip.splitlines()
    assert lines[1:3] == [
        "Today $15.20 list value, 1 pull request shipped",
        "7 days $87.40 list value, 1 pull request shipped",
    ]


def test_the_sign_stands_in_the_words_and_not_in_the_icon():
    glance = filled()
    today = replace(glance.today, spend=replace(glance.today.spend, at_least=True), unpriced_requests=2)
    view = tray_view(replace(glance, today=today), Activity())
    assert view.menu[0] == "Today \u2265\u00a0$15.20 list value, 1 pull request shipped"
    assert view.tooltip.splitlines()[1] == "Today at least $15.20 list value, 1 shipped"
    assert view.icon.text == "15"


def test_a_day_without_use_is_an_en_dash_and_not_a_zero():
    glance = filled()
    today = replace(glance.today, spend=replace(glance.today.spend, micros=0), requests=0)
    view = tray_view(replace(glance, today=today), Activity())
    assert view.icon.text == "\u2013"
    assert view.lines[0].startswith("Today \u2013 ")


def test_the_worst_trouble_gives_the_state_and_a_line():
    view = tray_view(replace(filled(), troubles=(STALE, FAILING)), Activity())
    assert view.icon.state is FaceState.FAILING
    assert view.menu[-1] == "Claude Code cannot be read"
    assert tray_view(replace(filled(), troubles=(STALE,)), Activity()).icon.state is FaceState.STALE


def test_a_terminal_is_told_all_that_does_not_answer_the_worst_first_each_with_its_next_step():
    step = "What was read of it is kept. See outlay sources."
    gone = Trouble("git shop", PlaceState.FAILING, "The repository shop is gone.", step)
    view = tray_view(replace(filled(), troubles=(STALE, FAILING, gone)), Activity())
    assert view.lines[-3:] == (
        "Claude Code cannot be read Check the folder.",
        f"The repository shop is gone. {step}",
        "Codex is quiet",
    )


def test_where_more_may_have_shipped_the_count_bears_the_sign():
    glance = filled()
    week = replace(glance.week, shipped_at_least=True)
    view = tray_view(replace(glance, week=week), Activity())
    assert view.lines[1].endswith("list value, \u2265\u00a07 shipped: 5 pull requests, 1 ticket, 1 commit")
    assert view.menu[1] == "7 days $87.40 list value, \u2265\u00a07 shipped"


def test_a_pause_wins_over_every_trouble():
    view = tray_view(replace(filled(), troubles=(FAILING,)), Activity(paused=True))
    assert view.icon.state is FaceState.PAUSED
    assert view.lines[-1] == "Paused"


def test_sample_data_is_the_first_line():
    assert tray_view(replace(filled(), sample=True), Activity()).lines[0] == "Sample data"


def test_a_reading_under_way_changes_nothing_in_the_tray():
    assert tray_view(filled(), Activity(Progress(1, 2, 3, 4, 5.0))) == tray_view(filled(), Activity())


def test_before_any_reading_the_tray_says_so():
    glance = replace(filled(), last_sync=None, as_of=NOW)
    without_use = tuple(replace(source, last_event=None) for source in glance.sources)
    assert tray_view(replace(glance, sources=without_use), Activity()).lines[2] == "Nothing read yet"


def test_figures_of_a_reading_that_has_not_ended_are_not_called_unread():
    glance = replace(filled(), last_sync=None)
    assert tray_view(glance, Activity()).lines[2] == "Reading has not finished yet"
    assert tray_view(glance, Activity(Progress(1, 2, 3, 4, 5.0))).lines[2] == "Reading now"


def test_an_earlier_moment_that_was_asked_for_is_said_with_its_day():
    glance = replace(filled(), as_of=at(18, 9, 30))
    assert tray_view(glance, Activity()).lines[2] == "As of Wed 18 Nov, 09:30"
    assert tray_view(replace(glance, last_sync=at(18, 10)), Activity()).lines[2] == "As of 09:30"


def test_shipped_work_that_is_unknown_is_not_a_zero():
    glance = filled()
    view = tray_view(replace(glance, today=replace(glance.today, shipped=None)), Activity())
    assert view.lines[0] == "Today $15.20 list value, shipped unknown"


def test_a_long_sentence_is_cut_in_menu_and_tooltip_and_whole_in_the_lines():
    title = (
        "Claude Code: /home/ada/.claude/projects cannot be read (permission denied). Check who may read it."
    )
    trouble = Trouble("Claude Code", PlaceState.FAILING, title)
    view = tray_view(replace(filled(), troubles=(trouble,), home="/home/ada"), Activity())
    assert len(view.menu[-1]) <= 60
    assert view.menu[-1].startswith("Claude Code: ~/.claude/projects cannot be read")
    assert view.menu[-1].endswith("\u2026")
    assert view.tooltip.endswith(view.menu[-1])
    assert view.lines[-1] == title.replace("/home/ada", "~")


def test_without_any_answer_the_tray_says_why():
    view = trouble_view(FAILING)
    assert view.icon == ("\u2013", FaceState.FAILING)
    assert view.lines == ("Claude Code cannot be read", "Check the folder.")
