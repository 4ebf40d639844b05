"""Whoever cannot see the window hears every part of it that the keyboard reaches: what it is called and what it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from outlay.ui.window.entries import page_names

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

STATES = [
    (page, state)
    for page in page_names()
    for state in ("filled", "loading", "failing", "unread")
    if page != "first_run" or state == "filled"
]


def reached(window):
    """Everything the Tab key stops at."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def heard(widget):
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name), spoken.role()


def in_words(widget):
    return f"{type(widget).__name__} in {type(widget.parent()).__name__}"


@pytest.mark.parametrize(("page", "state"), STATES)
def test_every_stop_of_the_keyboard_has_a_name_and_a_role(shown, page, state):
    window = shown(page, state)
    stops = {widget: heard(widget) for widget in reached(window)}
    assert len(stops) > 4
    assert not [in_words(widget) for widget, (name, _) in stops.items() if not name.strip()]
    mute = {QAccessible.Role.NoRole, QAccessible.Role.Client}
    assert not [in_words(widget) for widget, (_, role) in stops.items() if role in mute]


@pytest.mark.parametrize("page", page_names())
def test_stops_of_a_page_that_are_called_the_same_are_told_apart(shown, page):
    window = shown(page)
    told = [
        (name, role, widget.accessibleDescription())
        for widget in reached(window)
        for name, role in [heard(widget)]
    ]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("page", page_names())
def test_the_keyboard_goes_round_the_whole_window_and_comes_back(shown, page, qtbot):
    window = shown(page)
    stops = reached(window)
    window.activateWindow()
    stops[0].setFocus()
    seen = set()
    for _ in range(2 * len(stops) + 4):
        focused = window.focusWidget()
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert not [in_words(widget) for widget in stops if widget not in seen and not arrows_reach(widget, seen)]


def arrows_reach(widget, seen):
    """Of buttons of which one is chosen the Tab key stops at that one."""
    exclusive = isinstance(widget, QAbstractButton) and (widget.group() or widget.autoExclusive())
    return exclusive and any(type(other) is type(widget) and other.isChecked() for other in seen)


def test_a_row_of_the_sidebar_is_heard_as_a_page_that_is_selected_and_can_be_pressed(shown):
    window = shown("week", "filled")
    rows = {name: QAccessible.queryAccessibleInterface(row) for name, row in window.sidebar.rows.items()}
    assert {row.role() for row in rows.values()} == {QAccessible.Role.PageTab}
    assert [name for name, row in rows.items() if row.state().selected] == ["week"]
    assert not [name for name, row in rows.items() if row.state().checkable]
    rows["shipped"].actionInterface().doAction("Press")
    assert [name for name, row in rows.items() if row.state().selected] == ["shipped"]
