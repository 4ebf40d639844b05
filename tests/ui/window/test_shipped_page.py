"""The Shipped page over a real store, used by keyboard: what it shows is what the command line says, before and after."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from basket_world import ONE, SEVEN, TWO, shipped_basket
from outlay.domain.pictures import FaceState
from outlay.domain.words import plain
from outlay.painting.lines import width_of
from outlay.presenters.amounts import cents_of, cents_text, two_digits
from outlay.ui.window.entries import entries
from outlay.ui.window.pages.shipped import ShippedPage
from outlay.ui.window.shell import Window
from ui.window.pages_at_hand import ToldPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ENTER, DOWN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape


@pytest.fixture
def world(empty_home):
    """A basket written on a branch and landed as a squash, and a question that edited nothing."""
    return shipped_basket(empty_home, asked_output=3_000)


@pytest.fixture
def page(world, look, qtbot):
    made = ShippedPage(look)
    window = Window(world.app(), look, (made, ToldPage(look, "spend"), ToldPage(look, "method")), entries())
    qtbot.addWidget(window)
    window.refresh_wanted.connect(lambda: read_anew(world, window))
    window.show()
    window.begin("shipped")
    qtbot.waitUntil(lambda: made.list.view is not None)
    yield made
    window.end()


def read_anew(world, window):
    """What the worker does."""
    world.app().sync()
    window.reading_done()


def told(page, key):
    """What a row says."""
    row = next(row for row in page.list.table.table.rows if row.key == key)
    return [cell.text if cell else "" for cell in row.cells]


def agrees(page, world):
    """Whether every figure of the table is what the command line answers."""
    found = {item.item: item for item in world.app().items().items}
    rows = [row for row in page.list.table.table.rows if row.key in found]
    directs = [found[row.key].in_all.direct for row in rows]
    shown = [told(page, row.key)[4] for row in rows]
    whole = told(page, "all")[4] if rows else ""
    return (
        bool(rows)
        and shown == [two_digits(direct) if direct else "" for direct in directs]
        and whole == (cents_text(cents_of(sum(directs))) if any(directs) else "")
    )


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def open_first(page, qtbot):
    page.list.table.view.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, DOWN, ENTER)
    qtbot.waitUntil(lambda: page.side.view is not None and page.side.isVisible())


def test_from_the_table_by_keyboard_to_a_corrected_link_and_its_undo(page, world, qtbot):
    qtbot.waitUntil(lambda: agrees(page, world))
    open_first(page, qtbot)
    assert page.side.view.key == SEVEN
    qtbot.waitUntil(page.side.has_focus)
    before = page.side.view.pair.left.figure.text
    page.side.acts.link.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, ENTER)
    dialog = page.corrections.dialog
    qtbot.waitUntil(lambda: len(dialog.sessions.picks) == 2)
    qtbot.keyClicks(dialog.sessions.field.edit, TWO[-12:])
    qtbot.keyClick(dialog.sessions.field.edit, ENTER)
    assert dialog.place() == f"claude_code/{TWO}"
    qtbot.keyClick(dialog.sessions.table.view, ENTER)
    qtbot.waitUntil(lambda: page.side.view.own != ())
    assert [word.text for word in page.side.view.own] == [f"Claude Code {TWO[:8]} belongs here, set by you."]
    qtbot.waitUntil(lambda: told(page, SEVEN)[7] == "you")
    qtbot.waitUntil(lambda: page.side.view.pair.left.figure.text != before)
    row = next(row for row in page.list.table.table.rows if row.key == SEVEN)
    assert "set by you" in row.cells[0].second
    qtbot.waitUntil(lambda: agrees(page, world))
    qtbot.keyClick(page.side.own, ENTER)
    qtbot.waitUntil(lambda: page.side.view.own == () and told(page, SEVEN)[7] == "text")
    assert page.side.view.pair.left.figure.text == before
    assert [act.undone is not None for act in world.app().acts()] == [True]
    qtbot.waitUntil(lambda: agrees(page, world))


def test_enter_on_a_session_goes_on_to_its_turns_where_one_is_meant(page, world, qtbot):
    open_first(page, qtbot)
    qtbot.waitUntil(page.side.has_focus)
    page.side.acts.link.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, ENTER)
    dialog = page.corrections.dialog
    qtbot.waitUntil(lambda: len(dialog.sessions.picks) == 2)
    began = dialog.sessions.table.plan.place("when")
    assert began.right - began.left >= width_of("Wed 30 Sep, 20:00", dialog.look.font("small"))
    dialog.what.buttons["turn"].click()
    view = dialog.sessions.table.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, ENTER)
    qtbot.waitUntil(lambda: dialog.turns.table is not None and dialog.turns.view.hasFocus())
    session = dialog.sessions.chosen
    qtbot.keyClick(dialog.turns.view, ENTER)
    qtbot.waitUntil(lambda: bool(world.app().acts()))
    link = world.app().acts()[0].link
    assert session == f"{link.tool}/{link.session}"
    assert link.turn is not None


def test_a_session_that_does_not_belong_goes_with_two_presses_and_comes_back(page, world, qtbot):
    open_first(page, qtbot)
    session = f"claude_code/{ONE}"
    page.side.sessions.link_wanted.emit(session, f"change:{session}")
    page.corrections.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: told(page, SEVEN)[4] == "")
    assert f"Claude Code {ONE[:8]} belongs to no item" in plain(page.list.notice.notice.words)
    qtbot.waitUntil(lambda: agrees(page, world))
    qtbot.waitUntil(lambda: len(page.side.view.own) == 1)
    assert "belongs to no item, set by you" in page.side.view.own[0].text
    page.list.notice.link_wanted.emit(page.list.notice.notice.what)
    qtbot.waitUntil(lambda: told(page, SEVEN)[4] != "")
    qtbot.waitUntil(lambda: agrees(page, world))


def test_a_split_says_its_parts_in_percent_and_waits_until_it_can_be_kept(page, world, qtbot):
    open_first(page, qtbot)
    page.side.acts.split.click()
    dialog = page.corrections.dialog
    assert not dialog.act.isEnabled()
    dialog.rows[1].item.edit.setText("No item")
    dialog.rows[1].weight.edit.setText("2")
    assert [row.part for row in dialog.rows] == ["33 %", "67 %"]
    assert dialog.act.isEnabled()
    dialog.rows[1].weight.edit.setText("none")
    assert not dialog.act.isEnabled()
    dialog.rows[1].weight.edit.setText("3")
    dialog.act.click()
    qtbot.waitUntil(lambda: page.side.view.own != ())
    assert page.side.view.own[0].text == f"25 % of Claude Code {ONE[:8]} belongs here, set by you."
    qtbot.waitUntil(lambda: agrees(page, world))


def test_a_dismissed_item_leaves_the_list_and_its_undo_stays_below_it(page, world, qtbot):
    open_first(page, qtbot)
    page.side.acts.dismiss.click()
    page.corrections.dialog.act.click()
    qtbot.waitUntil(lambda: not page.list.view.items)
    assert page.pane() is None
    assert "Dismissed by you" in plain(page.list.view.note)
    page.list.note.link_wanted.emit("undo:1")
    qtbot.waitUntil(lambda: [item.item for item in page.list.view.items] == [SEVEN])
    qtbot.waitUntil(lambda: agrees(page, world))


def test_a_dismissed_item_that_is_opened_says_so_and_offers_its_undo(page, world, qtbot):
    world.app().dismiss_item(SEVEN)
    page.window().data_changed()
    qtbot.waitUntil(lambda: not page.list.view.items)
    page.window().show_page("shipped", SEVEN)
    qtbot.waitUntil(page.side.notice.isVisible)
    assert plain(page.side.notice.notice.words) == "It does not count as shipped work, set by you."
    page.side.notice.link_wanted.emit(page.side.notice.notice.what)
    qtbot.waitUntil(lambda: page.side.view is not None and page.side.view.key == SEVEN)
    assert page.side.acts.isVisible()


def test_a_note_is_kept_and_can_be_changed(page, world, qtbot):
    open_first(page, qtbot)
    page.side.own.link_wanted.emit("note")
    page.corrections.dialog.edit.setPlainText("Took two tries.")
    page.corrections.dialog.act.click()
    qtbot.waitUntil(lambda: page.side.view.note == "Took two tries.")
    assert world.app().item(SEVEN).item.note == "Took two tries."


def test_work_by_hand_is_entered_and_opened(page, world, qtbot):
    page.list.add.click()
    dialog = page.corrections.dialog
    assert not dialog.act.isEnabled()
    qtbot.keyClicks(dialog.title.edit, "Choose a queue library")
    dialog.act.click()
    qtbot.waitUntil(lambda: page.side.view is not None and page.side.view.title == "Choose a queue library")
    qtbot.waitUntil(lambda: len(page.list.view.items) == 2)
    assert told(page, page.side.view.key)[7] == "no agent seen"
    qtbot.waitUntil(lambda: agrees(page, world))


def test_a_refused_act_says_why(page, world, qtbot):
    page.corrections.undo(99)
    qtbot.waitUntil(lambda: page.list.notice.notice is not None)
    assert page.list.notice.notice.state is FaceState.FAILING
    assert "There is no act 99." in plain(page.list.notice.notice.words)


def test_the_view_is_kept_as_a_setting(page, world, qtbot):
    page.list.chips.chosen.emit("all")
    page.list.groups.chosen.emit("none")
    page.list.table.head.press("direct")
    qtbot.waitUntil(lambda: world.app().settings.shipped_view == "all none direct down")
    assert page.list.view.table.sorted_by == "direct"


def test_typing_filters_at_once_and_enter_goes_into_the_rows(page, qtbot):
    qtbot.keyClicks(page.list.field.edit, "nothing like it")
    assert page.list.view.items == ()
    assert page.list.empty.isVisible()
    page.list.field.edit.setText("basket")
    assert [item.item for item in page.list.view.items] == [SEVEN]
    qtbot.keyClick(page.list.field.edit, ENTER)
    qtbot.waitUntil(page.list.table.view.hasFocus)


def test_an_item_outside_of_the_list_opens_and_the_list_says_so(page, qtbot):
    page.list.chips.chosen.emit("set_aside")
    page.window().show_page("shipped", SEVEN)
    qtbot.waitUntil(lambda: page.side.view is not None and page.list.outside.isVisible())
    assert page.side.view.key == SEVEN


def test_an_item_that_is_not_known_says_so_in_the_pane(page, qtbot):
    page.window().show_page("shipped", "nonsense")
    qtbot.waitUntil(page.side.notice.isVisible)
    assert plain(page.side.notice.notice.words) == "It is not known which item this is."
    assert page.side.heading.isVisible()
    assert not page.list.outside.isVisible()
    cross = page.side.close_button
    assert cross.mapTo(page.side, cross.rect().topRight()).x() > page.side.width() - 40
    cross.click()
    assert page.pane() is None


def test_a_session_of_the_pane_opens_in_spend_and_how_in_method(page, qtbot):
    open_first(page, qtbot)
    with qtbot.waitSignal(page.open_wanted) as wish:
        page.side.sessions.activated.emit(f"claude_code/{ONE}")
    assert wish.args == ["spend", ("session", "claude_code", ONE)]
    with qtbot.waitSignal(page.open_wanted) as wish:
        page.side.acts.how.click()
    assert wish.args == ["method", "tiers"]


def test_escape_closes_the_pane_and_the_keyboard_is_in_the_table_again(page, qtbot):
    open_first(page, qtbot)
    qtbot.waitUntil(page.side.has_focus)
    press(qtbot, ESCAPE)
    qtbot.waitUntil(lambda: page.pane() is None)
    assert not page.side.isVisible()
    assert page.list.table.view.hasFocus()


@pytest.mark.parametrize("width", [900, 1180, 1600])
def test_the_pane_stands_beside_the_list_where_there_is_room(page, qtbot, width):
    window = page.window()
    window.resize(width, 800)
    open_first(page, qtbot)

    def fits():
        left = page.side.mapTo(window, page.side.rect().topLeft()).x()
        right = page.list.table.mapTo(window, page.list.table.rect().topRight()).x()
        return (right < left) == (width >= 1000) and page.side.width() > 300

    qtbot.waitUntil(fits)


def test_everything_that_can_have_the_keyboard_has_a_name(page, qtbot):
    open_first(page, qtbot)
    for part in (page, page.side):
        named = [one for one in part.findChildren(object) if hasattr(one, "focusPolicy")]
        silent = [
            one
            for one in named
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.accessibleName()
        ]
        assert not silent


def test_where_texts_are_large_the_page_scrolls_and_not_its_table(shown):
    window = shown("shipped", text_scale=2.0)
    listed = window.page.list
    assert listed.table.height() == listed.table.whole_height()
    assert listed.table.view.verticalScrollBar().maximum() == 0
    assert listed.verticalScrollBar().maximum() > 0
    view = listed.table.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in listed.table.table.rows:
        view.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, DOWN, Qt.KeyboardModifier.NoModifier))
    assert listed.verticalScrollBar().value() > 0


def test_beside_the_pane_the_context_goes_before_a_title_is_cut(shown, qtbot):
    window = shown("shipped")
    listed = window.page.list
    assert "context" in [place.column.key for place in listed.table.plan.places]
    window.page.open_item(listed.view.items[0].item)
    qtbot.waitUntil(lambda: window.page.side.isVisible() and listed.table.width() < 600)
    keys = [place.column.key for place in listed.table.plan.places]
    assert "context" not in keys
    assert {"direct", "evidence", "days"} <= set(keys)
    place = listed.table.plan.place("item")
    assert place.right - place.left >= 200


def test_that_figures_follow_is_said_until_the_reading_they_follow_is_over(page, world, qtbot):
    open_first(page, qtbot)
    session = f"claude_code/{ONE}"
    page.side.sessions.link_wanted.emit(session, f"change:{session}")
    page.corrections.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: page.list.notice.notice is not None)
    qtbot.waitUntil(lambda: "follow" not in plain(page.list.notice.notice.words))
    assert "belongs to no item now." in plain(page.list.notice.notice.words)
    assert page.list.notice.notice.action == "Undo"
    page.list.notice.link_wanted.emit(page.list.notice.notice.what)
    qtbot.waitUntil(lambda: page.list.notice.notice is None)
