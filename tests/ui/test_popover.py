from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from outlay.charts.strip import strip_chart
from outlay.domain.answers import Progress
from outlay.domain.moments import UtcMillis
from outlay.domain.money import Amount
from outlay.domain.pictures import Figure, ListRow, Mark
from outlay.painting.look import Look
from outlay.painting.pair import caption_lines, pair_height
from outlay.painting.rows import context_column
from outlay.painting.tokens import load_tokens
from outlay.presenters.activity import Activity
from outlay.presenters.periods import ChosenPeriod
from outlay.presenters.popover import popover_view
from outlay.system.resources import resource_path
from outlay.ui.card import Room
from outlay.ui.gallery_states import gallery_states
from outlay.ui.parts.buttons import TextButton
from outlay.ui.parts.rows import RowWidget
from outlay.ui.windows import GlancePopover
from ui.glances import filled

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

STATES = {state.name: state for state in gallery_states(filled())}


@pytest.fixture
def popover(qtbot, look):
    made = GlancePopover(look, rounded=False)
    qtbot.addWidget(made)
    made.period_wanted.connect(lambda period: made.show_glance(filled(), period, Activity()))
    made.show_glance(filled(), ChosenPeriod.WEEK, Activity())
    made.open_at(QRect())
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def shown(popover: GlancePopover, name: str) -> GlancePopover:
    state = STATES[name]
    popover.show_glance(state.glance, state.chosen, state.activity)
    return popover


def test_it_is_360_wide_and_as_high_as_its_content(popover):
    assert popover.width() == 360
    assert popover.height() == popover.card.layout().sizeHint().height()


def test_left_and_right_change_the_period(popover, qtbot):
    qtbot.keyClick(popover, Qt.Key.Key_Left)
    assert popover.card.pair.pair.spend.text == "$15.20"
    for _ in range(3):
        qtbot.keyClick(popover, Qt.Key.Key_Right)
    assert popover.card.pair.pair.spend.text == "$225.00"
    assert [tab.isChecked() for tab in popover.card.tabs.tabs()] == [False, False, True]


def test_up_and_down_walk_through_the_rows_and_stop_at_the_ends(popover, qtbot):
    for _ in range(20):
        qtbot.keyClick(popover, Qt.Key.Key_Down)
    assert popover.focusWidget().row.title == "Not linked"
    for _ in range(20):
        qtbot.keyClick(popover, Qt.Key.Key_Up)
    assert popover.focusWidget().row.title == "Idempotent webhook retries"


def test_the_ring_shows_after_keys_and_goes_with_the_pointer(popover, qtbot):
    assert popover.ring.isHidden()
    qtbot.keyClick(popover, Qt.Key.Key_Down)
    assert popover.ring.isVisible()
    qtbot.mouseClick(popover.card, Qt.MouseButton.LeftButton)
    assert popover.ring.isHidden()


def test_tab_moves_the_ring_from_button_to_button(popover, qtbot):
    popover.card.foot.buttons()[0].setFocus()
    qtbot.keyClick(popover.card.foot.buttons()[0], Qt.Key.Key_Tab)
    assert popover.focusWidget() is popover.card.foot.buttons()[1]
    assert popover.ring.isVisible()
    qtbot.mouseClick(popover.card.foot.buttons()[1], Qt.MouseButton.LeftButton)
    assert popover.ring.isHidden()


def test_a_click_on_a_tab_shows_no_ring_and_neither_does_news_after_it(popover, qtbot):
    qtbot.keyClick(popover, Qt.Key.Key_Down)
    popover.card.tabs.tabs()[1].setFocus()
    qtbot.mouseClick(popover.card.tabs.tabs()[2], Qt.MouseButton.LeftButton)
    assert popover.card.pair.pair.spend.text == "$225.00"
    popover.show_glance(filled(), ChosenPeriod.MONTH, Activity())
    assert popover.ring.isHidden()


def test_every_period_has_the_same_height_and_its_tabs_the_same_place(popover, qtbot):
    places = set()
    for tab in (0, 2, 1):
        qtbot.mouseClick(popover.card.tabs.tabs()[tab], Qt.MouseButton.LeftButton)
        places.add((popover.height(), popover.y(), popover.card.tabs.y(), popover.card.strip.y()))
    assert len(places) == 1


def test_an_open_popover_never_gets_lower(popover):
    before = popover.geometry()
    shown(popover, "few")
    assert popover.geometry() == before
    popover.hide()
    shown(popover, "few")
    assert popover.height() < before.height()


@pytest.mark.parametrize("icon", [QRect(300, 5, 20, 20), QRect(300, 775, 20, 20)])
def test_the_edge_beside_the_icon_stays_when_it_grows(popover, icon):
    popover.hide()
    shown(popover, "few")
    popover.open_at(icon)
    before = popover.geometry()
    popover.show_glance(filled(), ChosenPeriod.WEEK, Activity())
    after = popover.geometry()
    assert after.height() > before.height()
    above = icon.top() < 100
    assert (after.top() == before.top()) if above else (after.bottom() == before.bottom())


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("family", ["Inter", "DejaVu Sans"])
def test_no_word_under_the_pair_is_cut(qtbot, look, family, scale):
    large = Look(look.tokens, family, scale)
    made = GlancePopover(large, rounded=False)
    qtbot.addWidget(made)
    glance = filled()
    month = replace(glance.month, shipped=122, settling=115, spend=Amount(1_234_560_000, at_least=True))
    made.show_glance(replace(glance, month=month), ChosenPeriod.MONTH, Activity())
    pair, width = made.card.pair.pair, made.card.inner_width()
    assert pair.shipped_caption == "shipped, 115\u00a0settling"
    lines = caption_lines(width, pair, large)
    assert lines in (1, 2, 3)
    assert made.card.pair.height() == round(pair_height(large, lines))


def test_the_foot_menu_leads_to_what_was_chosen(popover, qtbot):
    foot = popover.card.foot
    for text, wish in (
        ("Sources\u2026", foot.sources_wanted),
        ("Repositories\u2026", foot.repositories_wanted),
        ("Commit e-mails\u2026", foot.emails_wanted),
    ):
        with qtbot.waitSignal(wish):
            next(action for action in foot._menu.actions() if action.text() == text).trigger()


def test_the_notice_asks_for_what_is_missing(popover, qtbot):
    notice = shown(popover, "no-email").card.notice
    with qtbot.waitSignal(notice.emails_wanted):
        qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    notice = shown(popover, "no-repositories").card.notice
    with qtbot.waitSignal(notice.repositories_wanted):
        qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)


def test_escape_closes_it(popover, qtbot):
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert popover.isHidden()
    assert popover.just_closed


def test_it_closes_when_another_window_takes_the_keyboard(popover, qtbot):
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(popover.isHidden)


def test_enter_and_space_press_a_button(popover, qtbot):
    refresh = button(popover, "Refresh")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(popover.refresh_wanted):
            qtbot.keyClick(refresh, key)


def test_arrows_on_a_button_still_change_the_period(popover, qtbot):
    refresh = button(popover, "Refresh")
    refresh.setFocus()
    qtbot.keyClick(refresh, Qt.Key.Key_Left)
    assert popover.card.pair.pair.spend.text == "$15.20"


def test_tab_goes_through_it_in_reading_order(popover, qtbot):
    names = []
    popover.card.tabs.tabs()[1].setFocus()
    for _ in range(6):
        names.append(popover.focusWidget().accessibleName())
        qtbot.keyClick(popover.focusWidget(), Qt.Key.Key_Tab)
    assert names[0] == "7 days"
    assert names[1].startswith("Running: Codex in payments")
    assert names[2].startswith("Idempotent webhook retries")
    assert names[3:] == ["Open Outlay", "Refresh", "Pause"]


@pytest.mark.parametrize("name", sorted(STATES))
def test_everything_that_takes_the_keyboard_has_a_name(popover, name):
    focusable = [
        widget
        for widget in shown(popover, name).findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisible()
    ]
    assert focusable
    assert [
        widget
        for widget in focusable
        if not widget.accessibleName() and widget.metaObject().className() != "QMenu"
    ] == []


def test_the_pair_and_the_strip_are_spoken(popover):
    spoken = "87 dollars 40 list value, 7 items shipped, settling: 5 pull requests, 1 ticket, 1 commit"
    assert popover.card.pair.accessibleName() == spoken
    assert popover.card.pair.toolTip() == "5 pull requests, 1 ticket, 1 commit"
    assert "Thursday 19, 29 dollars 10 list value" in popover.card.strip.accessibleDescription()


def test_the_day_under_the_pointer_is_read_out_where_nothing_covers_a_bar(popover, qtbot):
    strip = popover.card.strip
    qtbot.mouseMove(strip, strip.rect().center() + QRect(0, 0, 11, 1).bottomRight())
    assert popover.card.head.readout.startswith("Sat 14 Nov")
    strip.leaveEvent(None)
    assert popover.card.head.readout == ""


def test_on_a_low_screen_only_the_list_scrolls(popover, qtbot):
    card = popover.card
    natural = card.rows.height()
    state = STATES["filled"]
    card.show_view(
        popover_view(state.glance, state.chosen),
        strip_chart(state.glance, state.glance.week.period),
        Room(500),
    )
    assert card.height() == 500
    assert card.rows.height() < natural


def test_without_windows_or_a_running_session_their_rows_are_absent(popover):
    with_all = popover.height()
    popover.hide()
    state = STATES["few"]
    popover.show_glance(replace(state.glance, running=None), state.chosen, state.activity)
    assert popover.card.windows.isHidden()
    assert popover.card.running.isHidden()
    assert popover.height() < with_all


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("name", ["filled", "empty", "failing", "unpriced", "no-repositories"])
def test_large_text_is_never_cut(qtbot, look, scale, name):
    large = Look(look.tokens, look.family, scale)
    made = GlancePopover(large, rounded=False)
    qtbot.addWidget(made)
    state = STATES[name]
    made.show_glance(state.glance, state.chosen, state.activity)
    body = QFontMetricsF(large.font("body"))
    for row in made.findChildren(RowWidget):
        assert row.height() >= body.height()
    for shown_button in made.findChildren(TextButton):
        assert shown_button.width() >= QFontMetricsF(large.font("body", 500)).horizontalAdvance(
            shown_button.text()
        ) or (shown_button.text() == "More")
        assert shown_button.height() >= body.height()


def test_targets_are_at_least_24_pixels(popover):
    assert all(min(made.width(), made.height()) >= 24 for made in popover.findChildren(TextButton))


def test_titles_are_never_rendered_as_markup(popover):
    glance = filled()
    item = glance.week.top_items[0]._replace(title="<b>bold</b> & <img src=x>")
    week = replace(glance.week, top_items=(item,))
    popover.show_glance(replace(glance, week=week), ChosenPeriod.WEEK, Activity())
    tip = popover.findChildren(RowWidget)[1].toolTip()
    assert "<b>" not in tip
    assert "&lt;b&gt;bold" in tip


def test_a_row_opens_to_its_reason_by_pointer_and_by_ear(popover):
    *_, row = popover.card.rows.rows
    assert "$5.76 nothing was edited, $2.88 edits that are in no commit" in row.toolTip()
    assert row.accessibleName().startswith("Not linked, $8.64. $5.76 nothing was edited")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_large_amounts_of_the_two_columns_do_not_touch(qtbot, look, scale):
    large = Look(look.tokens, look.family, scale)
    rows = [ListRow(Mark.NONE, "4 more items", figure=Figure("", "$91,234.50"), context="12,345.60")]
    column = context_column(rows, large)
    assert column >= QFontMetricsF(large.font("small")).horizontalAdvance("+ 12,345.60") + 4


def test_pause_becomes_resume(popover, qtbot):
    foot = popover.card.foot
    with qtbot.waitSignal(foot.pause_wanted) as wish:
        button(popover, "Pause").click()
    assert wish.args == [True]
    shown(popover, "paused")
    with qtbot.waitSignal(foot.pause_wanted) as wish:
        button(popover, "Resume").click()
    assert wish.args == [False]


def test_another_look_repaints_everything(popover, look):
    before = popover.grab().toImage()
    popover.take_look(Look(load_tokens(resource_path("look/tokens.json"), "dark"), look.family))
    popover.show_glance(filled(), ChosenPeriod.WEEK, Activity())
    after = popover.grab().toImage()
    assert before.size() == after.size()
    assert before.pixelColor(20, 60) != after.pixelColor(20, 60)


def button(popover: GlancePopover, text: str) -> TextButton:
    return next(made for made in popover.findChildren(TextButton) if made.text() == text)


def test_a_machine_without_logs_is_offered_the_sample_data(popover, qtbot):
    glance = replace(STATES["empty"].glance, sample=False)
    popover.show_glance(glance, ChosenPeriod.TODAY, Activity())
    first = popover.card.first
    with qtbot.waitSignal(first.sample_wanted):
        qtbot.mouseClick(first.sample_button, Qt.MouseButton.LeftButton)


def test_the_sample_data_does_not_offer_itself(popover):
    glance = replace(STATES["empty"].glance, sample=True)
    popover.show_glance(glance, ChosenPeriod.TODAY, Activity())
    assert popover.card.first.sample_button.isHidden()


def test_figures_stay_clear_of_the_scroll_bar(popover, qtbot):
    card, state = popover.card, STATES["filled"]
    view, strip = (
        popover_view(state.glance, state.chosen),
        strip_chart(state.glance, state.glance.week.period),
    )
    card.show_view(view, strip, Room(500))
    qtbot.wait(10)
    bar = card.rows.verticalScrollBar()
    assert bar.isVisible()
    assert card.rows.rows[0].geometry().right() < card.rows.viewport().width() - 6


def test_nothing_moves_while_the_words_of_a_first_reading_get_longer_and_end(popover):
    first = replace(filled(), last_sync=None)
    tops = []
    for glance, activity in (
        (first, Activity(Progress(1, 1847, 0, 0, None))),
        (first, Activity(Progress(400, 1847, 0, 0, 24.0, UtcMillis(0)))),
        (filled(), Activity()),
    ):
        popover.show_glance(glance, ChosenPeriod.TODAY, activity)
        popover.card.layout().activate()
        tops.append((popover.height(), popover.card.as_of_rule.y(), popover.card.foot.y()))
    assert len(set(tops)) == 1
