"""The Spend page over a real store: it says what the command line says, and every step has a way back."""

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt

from apps import app_for
from basket_world import BASKET, ONE, SEVEN, TWO, World, at
from claude_lines import response, write_log
from outlay.cli.main import main
from outlay.domain.moments import Period
from outlay.domain.pictures import Figure
from outlay.domain.spend_page import Step
from outlay.domain.words import Run
from outlay.presenters.amounts import cents_of, cents_text
from outlay.rules.spans import Span, Unit
from outlay.ui.parts.figure import FigureBlock
from outlay.ui.window.entries import entries
from outlay.ui.window.pages.spend import SpendPage
from outlay.ui.window.pages.spend_place import Place, View
from outlay.ui.window.shell import Window
from shop_repository import git

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(look, qtbot):
    """Makes a page in a window of its own over an app; the window is ended after the test."""
    windows = []

    def make(app, span=None):
        page = SpendPage(look)
        window = Window(app, look, (page,), entries())
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        if span is not None:
            window.choose_span(span)
        window.begin("spend")
        qtbot.waitUntil(lambda: page.list.view is not None)
        return page

    yield make
    for window in windows:
        window.end()


@pytest.fixture
def page(sample, opened):
    return opened(sample)


@pytest.fixture
def world(empty_home):
    """A basket written on a branch and landed as a squash, and a question that edited nothing."""
    made = World(empty_home)
    git(made.shop, "switch", "-q", "-c", "feature/basket")
    made.turn(ONE, at(9), ("basket.py", BASKET), branch="feature/basket")
    made.turn(ONE, at(9, 30), branch="feature/basket")
    made.commit("basket.py", BASKET, "wip", at(9, 10))
    made.turn(TWO, at(10), output=300)
    git(made.shop, "switch", "-q", "main")
    made.commit("basket.py", BASKET, "Sort the basket (#7)", at(12))
    made.fetched()
    made.sync()
    return made


def rows_of(table):
    return {row.key: row for row in table.table.rows}


def exact(row):
    """The micro-units of a row's list value."""
    return row.cells[-1].sort


def shows(qtbot, page, **wanted):
    """Wait until the list shows an answer of these steps, grouped by this key."""

    def there():
        question = page.list.page.question
        steps = dict(question.steps)
        return (
            page._shown is View.LIST and steps == wanted.get("steps", steps) and question.by == wanted["by"]
        )

    qtbot.waitUntil(there)


@pytest.mark.parametrize("by", ["day", "tool", "model", "project", "branch"])
def test_every_group_is_a_row_of_outlay_spend(page, sample, qtbot, capsys, monkeypatch, by):
    page._group_by(by)
    shows(qtbot, page, by=by)
    period = page._span.period
    monkeypatch.setenv("OUTLAY_DATA_DIR", str(sample.data_folder))
    monkeypatch.setenv("HOME", str(sample.home))
    words = [
        "--since",
        period.start.isoformat(),
        "--until",
        period.end.isoformat(),
        "--zone",
        period.zone.key,
    ]
    main(["spend", "--by", by, "--json", "--as-of", "2026-11-20T16:26:00Z", *words])
    told = json.loads(capsys.readouterr().out)["data"]
    spent = {row[by]: row["list_micros"] for row in told["rows"]}
    rows = rows_of(page.list.table)
    steps = page.list.view.table.steps
    shown = {step.value: exact(rows[key]) for key, step in steps.items() if step.key == by}
    assert shown
    assert shown.items() <= spent.items()
    assert exact(rows["all"]) == told["total"]["list_micros"]


def test_the_keyboard_alone_leads_into_a_group_to_a_session_and_back(page, qtbot):
    page._group_by("tool")
    shows(qtbot, page, by="tool")
    view = page.list.table.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    shows(qtbot, page, by="project", steps={"tool": "claude_code"})
    assert [crumb.text for crumb in page.list.view.crumbs] == ["All spend", "Claude Code"]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.window().focusWidget() is page.session.went.view)
    qtbot.keyClick(page.session.went.view, Qt.Key.Key_Backspace)
    shows(qtbot, page, by="project", steps={"tool": "claude_code"})
    qtbot.keyClick(page, Qt.Key.Key_Up, ALT)
    shows(qtbot, page, by="tool", steps={})


def test_every_step_of_the_way_is_a_link_back_to_it(page, qtbot):
    page._group_by("tool")
    shows(qtbot, page, by="tool")
    page.list.step_wanted.emit(Step("tool", "claude_code"))
    shows(qtbot, page, by="project")
    page.list.step_wanted.emit(Step("project", "harbor/api"))
    shows(qtbot, page, by="branch", steps={"tool": "claude_code", "project": "harbor/api"})
    assert [link.text() for link in page.crumbs.links] == ["All spend", "Claude Code"]
    page.crumbs.links[1].click()
    shows(qtbot, page, by="project", steps={"tool": "claude_code"})
    page.crumbs.links[0].click()
    shows(qtbot, page, by="tool", steps={})


def test_a_part_is_told_beside_the_whole(page, sample, qtbot):
    page.list.step_wanted.emit(Step("tool", "codex"))
    shows(qtbot, page, by="project", steps={"tool": "codex"})
    chart = page.list.bars.chart
    day = next(column for column in chart.columns if column.part)
    whole = sample.spend((), Period(day.first, day.end, sample.zone)).total
    assert day.whole == whole.list_micros
    assert chart.tool == "codex"
    mine = sample.spend((), page._span.period, where={"tool": "codex"}).total
    assert page.list.block.figure.figure.text == cents_text(cents_of(mine.list_micros))


def test_a_day_of_the_picture_is_a_step_that_another_week_leaves(page, qtbot):
    page.list.bars.setFocus()
    qtbot.keyClick(page.list.bars, Qt.Key.Key_Home)
    qtbot.keyClick(page.list.bars, Qt.Key.Key_Return)
    shows(qtbot, page, by="project", steps={"day": "2026-11-16"})
    window = page.window()
    window.choose_span(Span(Unit.WEEK, Period(date(2026, 11, 9), date(2026, 11, 16), window.app.zone)))
    shows(qtbot, page, by="project", steps={})


def test_a_long_period_is_shown_on_the_long_axis_by_tool(sample, opened):
    year = Span(Unit.YEAR, Period(date(2026, 1, 1), date(2027, 1, 1), sample.zone))
    page = opened(sample, year)
    assert not page.list.bars.isVisible()
    assert page.list.axis.isVisible()
    assert sum(part.micros for day in page.list.axis.chart.days for part in day.parts) == (
        sample.spend((), year.period).total.list_micros
    )


def test_what_is_not_shown_at_first_is_summed_and_shown_when_asked_for(page, qtbot):
    before = page.list.table.table.rows
    more = next(row for row in before if row.key.startswith("more:"))
    page.list.table.link_wanted.emit(more.key, more.cells[0].link.what)
    rows = page.list.table.table.rows
    assert more.key not in {row.key for row in rows}
    count = int(more.cells[0].text.split()[0])
    assert len(rows) == len(before) - 1 + count


def test_a_head_sorts_the_groups_and_their_sessions(page):
    page.list.table.sort_wanted.emit("requests", True)
    rows = page.list.table.table.rows
    groups = [row.cells[3].sort for row in rows if row.expandable]
    assert groups == sorted(groups, reverse=True)


def test_tokens_are_the_boards_number_and_its_kinds_add_up(page, sample, qtbot):
    page.open_subject("tokens")
    qtbot.waitUntil(lambda: page._shown is View.TOKENS)
    answer = sample.tokens(page._span.period)
    rows = rows_of(page.tokens.kinds)
    shown = [
        int(rows[kind].cells[1].text.replace(",", ""))
        for kind in ("cache_read", "cache_write", "input", "output")
    ]
    assert sum(shown) == answer.total.board
    assert rows["all"].cells[1].text == f"{answer.total.board:,}"
    assert sum(page.tokens.bar.chart.bars[0].parts) == answer.total.board
    assert page.tokens.bar.accessibleName().startswith("Tokens: Cache read")


def test_the_rows_of_prices_add_up_to_the_sum_they_stand_behind(page, sample, qtbot):
    page.list.block.link_wanted.emit("prices")
    qtbot.waitUntil(lambda: page._shown is View.PRICES)
    rows = rows_of(page.prices.used)
    cents = [round(100 * float(row.cells[8].text.strip("$").replace(",", ""))) for row in rows.values()]
    assert sum(cents[:-1]) == cents[-1]
    assert page.prices.unpriced.isVisible()


def test_a_price_can_be_set_for_a_model_without_one_and_taken_back(home_app, opened, qtbot):
    page = opened(home_app)
    model = home_app.prices()[1][0][0]
    page.open_subject("prices")
    qtbot.waitUntil(lambda: page._shown is View.PRICES and page.prices.unpriced.isVisible())
    page.prices.unpriced.link_wanted.emit(model, f"set:{model}")
    for key, text in (("input", "2.50"), ("output", "x")):
        page.acts.dialog.fields[key].edit.setText(text)
    assert not page.acts.dialog.act.isEnabled()
    assert page.acts.dialog.fields["output"].reason.isVisible()
    page.acts.dialog.fields["output"].edit.setText("10")
    page.acts.dialog.act.click()
    qtbot.waitUntil(page.prices.own.isVisible)
    assert home_app.prices()[1] == []
    page.prices.own.link_wanted.emit(model, f"remove:{model}")
    qtbot.waitUntil(page.prices.unpriced.isVisible)
    assert home_app.prices()[1][0][0] == model


@pytest.fixture
def home_app(empty_home):
    """A model nobody knows a price of, beside one with a price."""
    lines = [response("one", "one"), response("two", "two", model="mystery-1")]
    write_log(empty_home, lines)
    app = app_for(empty_home)
    app.sync()
    return app


def open_session(page, qtbot, session):
    page.open_subject(("session", "claude_code", session))
    qtbot.waitUntil(lambda: page._shown is View.SESSION and page.session.asked.page.session == session)


def test_a_session_says_what_the_command_line_says_of_it(world, opened, qtbot):
    page = opened(world.app())
    open_session(page, qtbot, ONE)
    told = world.app().session(ONE)
    assert page.session.block.figure.figure.text == "$0.05"
    assert told.total.list_micros == 50_070
    rows = rows_of(page.session.went)
    assert SEVEN in rows
    assert rows["all"].cells[-1].text == "$0.05"
    assert [row.key for row in page.session.turns.table.rows] == ["turn:1", "turn:2"]
    assert page.session.files.table.rows[0].cells[0].text == "basket.py"
    with qtbot.waitSignal(page.open_wanted) as wish:
        page.session.went.activated.emit(SEVEN)
    assert wish.args == ["shipped", SEVEN]


def test_a_session_is_linked_by_the_keyboard_and_the_act_taken_back(world, opened, qtbot):
    page = opened(world.app())
    open_session(page, qtbot, TWO)
    assert not page.session.asked.page.items
    page.session.link.setFocus()
    qtbot.keyClick(page.session.link, Qt.Key.Key_Return)
    field = page.acts.dialog.items.field.edit
    qtbot.keyClicks(field, "basket")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.refresh_wanted):
        qtbot.keyClick(page.acts.dialog.items.table.view, Qt.Key.Key_Return)
    assert page.follows.accessibleName() == "The figures follow in a moment."
    qtbot.waitUntil(lambda: "Set by you" in page.session.own_words.accessibleName())
    world.sync()
    page.window().data_changed()
    qtbot.waitUntil(lambda: SEVEN in rows_of(page.session.went))
    assert world.app().session(TWO).items[0].item.item == SEVEN
    page.session.own_words.setFocus()
    qtbot.keyClick(page.session.own_words, Qt.Key.Key_Return)
    qtbot.waitUntil(page.session.own_words.isHidden)
    world.sync()
    page.window().data_changed()
    qtbot.waitUntil(lambda: SEVEN not in rows_of(page.session.went))
    assert not world.app().session(TWO).items


def test_one_turn_can_be_said_to_belong_to_no_item(world, opened, qtbot):
    page = opened(world.app())
    open_session(page, qtbot, ONE)
    view = page.session.turns.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert page.session.place == f"claude_code/{ONE}:2"
    assert page.session.unlink.text() == "Turn 2 belongs to no item"
    page.session.unlink.click()
    qtbot.waitUntil(lambda: "Set by you: turn 2" in page.session.own_words.accessibleName())
    assert world.app().acts()[-1].link.turn == 2
    page.session.whole.click()
    assert page.session.place == f"claude_code/{ONE}"


def test_a_refused_act_says_why_and_changes_nothing(world, opened, qtbot):
    page = opened(world.app())
    open_session(page, qtbot, ONE)
    page.session.undo_wanted.emit(99)
    qtbot.waitUntil(page.refusal.isVisible)
    assert page.refusal.accessibleName().startswith("There is no act 99.")


def test_what_other_pages_ask_for_is_opened(page, qtbot):
    for subject, place in (
        (("day", "2026-11-19"), "2026-11-19"),
        ("project/harbor/api", "harbor/api"),
        (("repository", None), None),
    ):
        page.open_subject(subject)
        assert page.place.question.steps[0].value == place
    page.open_subject("session/claude_code/abc/def")
    assert page.place == Place(view=View.SESSION, session="claude_code/abc/def")


def test_an_empty_period_says_so_and_keeps_the_way(sample, opened):
    span = Span(Unit.WEEK, Period(date(2024, 1, 1), date(2024, 1, 8), sample.zone))
    page = opened(sample, span)
    assert page.list.empty_heading.isVisible()
    assert not page.list.table.isVisible()
    assert page.list.block.figure.figure.text == "\u2013"
    page.list.empty.link_wanted.emit("newest")
    assert page.window().span.period.start == date(2026, 11, 16)


def test_a_place_seen_before_is_shown_again_without_being_read(page, qtbot, monkeypatch):
    asked = []
    real = page.reading
    monkeypatch.setattr(page, "reading", lambda app, period: asked.append(page.place) or real(app, period))
    page.list.step_wanted.emit(Step("tool", "codex"))
    shows(qtbot, page, by="project", steps={"tool": "codex"})
    page.go_back()
    shows(qtbot, page, by="project", steps={})
    assert [place.question.steps for place in asked] == [(Step("tool", "codex"),)]
    page.go_back()
    assert page.place == Place()


def test_what_stands_below_the_figure_keeps_its_place_whether_its_caption_breaks_or_not(look, qtbot):
    block = FigureBlock(look)
    qtbot.addWidget(block)
    block.take_width(920, narrow=False)
    heights, places = set(), set()
    for caption in ("list value, 4 sessions", "list value, 36 sessions. 14 requests have no known price."):
        block.show_block(Figure("", "$87.40"), "", (Run(caption),), (Run("Input 0.4 M tokens."),))
        heights.add((block.height(), block.figure.y()))
        places.add(block.caption.height())
    assert len(heights) == 1
    assert len(places) == 2
