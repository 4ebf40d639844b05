"""What is typed in, ticked and chosen from, and the notice of a page, each by pointer and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from outlay.domain.pictures import FaceState, Mark
from outlay.domain.words import Notice, Run
from outlay.painting.look import Look
from outlay.ui.parts.choices import Choice, DropDown, Segments, TickBox
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.links import LinkButton
from outlay.ui.parts.notice_bar import NoticeBar
from outlay.ui.parts.words import WordsLabel

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
GROUPS = (Choice("repository", "Repository"), Choice("ticket", "Ticket"), Choice("label", "Label"))
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def shown(qtbot):
    hosts = []

    def show(widget: QWidget, width: int = 600) -> QWidget:
        host = QWidget()
        qtbot.addWidget(host)
        hosts.append(host)
        host.resize(width + 20, 300)
        widget.setParent(host)
        widget.resize(width, widget.height())
        with qtbot.waitActive(host):
            host.show()
            host.activateWindow()
        return widget

    return show


def told(signal) -> list:
    found: list = []
    signal.connect(lambda *values: found.append(values[0] if values else None))
    return found


def test_a_field_tells_what_is_typed_and_what_is_sent_off(shown, look):
    field = shown(TextField(look, "Filter", "Filter by title"))
    typed, sent = told(field.changed), told(field.submitted)
    QTest.keyClicks(field.edit, " tax")
    QTest.keyClick(field.edit, KEY.Key_Return)
    assert typed[-1] == "tax"
    assert sent == ["tax"]
    assert (field.edit.accessibleName(), field.edit.placeholderText()) == ("Filter", "Filter by title")
    assert field.box.height() == 30


def test_a_refused_field_says_why_until_it_is_changed(shown, look):
    field = shown(TextField(look, "Ceiling"))
    before = field.sizeHint().height()
    field.show_text("300,,00")
    field.refuse("This is not a number.")
    assert field.edit.accessibleDescription() == "This is not a number."
    assert field.reason.isVisible()
    assert field.sizeHint().height() > before
    outline = field.box.grab().toImage().pixelColor(60, 0)
    assert outline == look.color("status.failing_mark")
    QTest.keyClick(field.edit, KEY.Key_Backspace)
    assert not field.reason.isVisible()


def test_a_field_with_the_keyboard_has_a_halo(shown, look):
    field = shown(TextField(look, "Filter"))
    field.edit.clearFocus()
    rest = field.box.grab().toImage().pixelColor(60, 1)
    field.edit.setFocus()
    assert rest == look.color("surface.field")
    assert field.box.grab().toImage().pixelColor(60, 1) == look.color("focus.ring")


def test_escape_empties_a_search_and_then_is_left_to_the_page(shown, look):
    field = shown(TextField(look, "Search", search=True))
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "tax")
    left = []
    field.parentWidget().keyPressEvent = lambda event: left.append(event.key())
    QTest.keyClick(field.edit, KEY.Key_Escape)
    assert (field.text(), left) == ("", [])
    QTest.keyClick(field.edit, KEY.Key_Escape)
    assert left == [KEY.Key_Escape]


def test_showing_a_text_tells_nothing(shown, look):
    field = shown(TextField(look, "Search", search=True))
    typed = told(field.changed)
    field.show_text("webhook")
    assert (field.text(), typed) == ("webhook", [])


def test_segments_are_one_stop_that_arrows_choose_in(shown, look):
    segments = shown(Segments(look, "Group by", GROUPS))
    chosen = told(segments.chosen)
    segments.buttons["repository"].setFocus()
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, KEY.Key_Left):
        QTest.keyClick(segments.window().focusWidget(), key)
    assert chosen == ["ticket", "label", "ticket"]
    stops = [key for key, one in segments.buttons.items() if one.focusPolicy() is Qt.FocusPolicy.TabFocus]
    assert stops == ["ticket"]
    assert segments.buttons["ticket"].isChecked()
    assert segments.buttons["ticket"].accessibleName() == "Group by: Ticket"
    QTest.mouseClick(segments.buttons["label"], LEFT)
    QTest.mouseClick(segments.buttons["label"], LEFT)
    assert chosen[3:] == ["label"]


def test_a_drop_down_says_its_choice_and_ticks_it_in_its_menu(shown, look):
    drop = shown(DropDown(look, "Column"))
    chosen = told(drop.chosen)
    drop.show_choices((Choice("list", "list value"), Choice("billed", "billed")), "list")
    menu = drop.menu()
    assert drop.accessibleName() == "Column: list value"
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("list value", True),
        ("billed", False),
    ]
    menu.actions()[1].trigger()
    assert (chosen, drop.current, drop.text()) == (["billed"], "billed", "billed")


def test_a_box_is_ticked_by_space_enter_and_pointer(shown, look):
    box = shown(TickBox("Repositories I ticked", look))
    ticked = told(box.toggled)
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Space)
    QTest.keyClick(box, KEY.Key_Return)
    QTest.mouseClick(box, LEFT, pos=QPoint(8, 12))
    assert ticked == [True, False, True]
    assert box.height() >= 24
    assert TickBox("", look, name="harbor/api").accessibleName() == "harbor/api"


FAILING = Notice(
    (Run("Billing has not answered since Friday.", strong=True), Run(" Outlay tries again at 09:40.")),
    FaceState.FAILING,
    "Try now",
    "billing",
)


def test_the_link_of_a_notice_stands_beside_it_and_ends_it_where_that_is_narrow(shown, look):
    bar = shown(NoticeBar(look), 800)
    wanted = told(bar.link_wanted)
    bar.show_notice(FAILING)
    assert bar.link.isVisible()
    assert bar.height() == 16 + 16
    QTest.mouseClick(bar.link, LEFT)
    bar.resize(300, bar.height())
    bar.show_notice(FAILING, 300)
    assert not bar.link.isVisible()
    bar.words.setFocus()
    QTest.keyClick(bar.words, KEY.Key_Return)
    assert wanted == ["billing", "billing"]
    assert bar.words.accessibleName().endswith("Try\u00a0now")


@pytest.mark.parametrize(
    ("state", "ground"),
    [
        (FaceState.FAILING, "status.failing_ground"),
        (FaceState.STALE, "status.stale_ground"),
        (FaceState.FRESH, "surface.sunken"),
    ],
)
def test_a_notice_lies_on_the_ground_of_its_state(shown, look, state, ground):
    bar = shown(NoticeBar(look), 700)
    bar.show_notice(FAILING._replace(state=state))
    assert bar.grab().toImage().pixelColor(350, 2) == look.color(ground)
    bar.show_notice(None)
    assert not bar.isVisible()


def test_words_are_as_high_as_their_width_and_the_text_ask_for(shown, look):
    words = (
        Run("Median direct $5.0 an item,", strong=True),
        Run(" between $3.6 and $27, n 6, and all settling."),
    )
    label = shown(WordsLabel(look), 600)
    label.show_words(words)
    assert label.height() == 16
    label.resize(260, 16)
    assert label.height() == 32
    label.take_look(Look(look.tokens, look.family, 2.0))
    assert label.height() >= 96  # twice the step, and twice as many lines
    label.show_words(())
    assert not label.isVisible()


def test_arrows_walk_the_links_of_a_sentence(shown, look):
    words = (Run("See "), Run("Week", link="week"), Run(" or "), Run("Sources", link="sources"), Run("."))
    label = shown(WordsLabel(look))
    label.show_words(words, mark=Mark.STALE)
    wanted = told(label.link_wanted)
    label.setFocus()
    assert label.accessibleDescription() == "Week"
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Return):
        QTest.keyClick(label, key)
    assert wanted == ["sources"]
    assert label.accessibleDescription() == "Sources"
    label.show_words((Run("Nothing to follow."),))
    assert label.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_link_under_the_pointer_is_followed(shown, look):
    label = shown(WordsLabel(look))
    label.show_words((Run("Not linked", link="why"), Run(": 9 % of the week")))
    wanted = told(label.link_wanted)
    QTest.mouseClick(label, LEFT, pos=QPoint(20, 8))
    QTest.mouseClick(label, LEFT, pos=QPoint(120, 8))
    assert wanted == ["why"]


def test_a_link_button_is_a_target_that_can_be_hit(shown, look):
    button = shown(LinkButton("Add an account\u2026", look))
    pressed = told(button.clicked)
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Return)
    assert len(pressed) == 1
    assert button.height() >= 24
