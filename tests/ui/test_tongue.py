"""The popover in German and in a language of long words: nothing English is left, nothing is cut."""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QWidget

from outlay.charts.strip import strip_chart
from outlay.painting import lines
from outlay.presenters.advice import on_screen
from outlay.presenters.periods import period_of
from outlay.presenters.popover import popover_view
from outlay.presenters.tongue import ENGLISH, Tongue, speak, tongue
from outlay.ui.card import Card, Room
from outlay.ui.gallery_states import gallery_states
from outlay.ui.tongue import language_of, speak_language
from outlay.ui.window.failing import Failure
from outlay.ui.window.head import Head
from ui.glances import filled

STATES = gallery_states(filled())
_IDS = [state.name for state in STATES]


def longer(text: str) -> str:
    """Two fifths longer, in words of five letters, so that lines can be broken."""
    more = round(0.4 * len(re.sub(r"\{\w+\}", "", text)))
    words = [("\u0101" * 5)[: more - at] for at in range(0, more, 5)]
    return f"[{' '.join((text, *words))}]"


class LongWords(QTranslator):
    """Every text of the controls, longer."""

    def translate(self, context, sourceText, disambiguation=None, n=-1):  # noqa: N803 - Qt names it
        return longer(sourceText)

    def isEmpty(self):  # noqa: N802 - Qt names it
        return False


@pytest.fixture
def german(qapp) -> Iterator[None]:
    before = qapp.findChildren(QTranslator)
    speak_language(qapp, "de")
    yield
    for translator in set(qapp.findChildren(QTranslator)) - set(before):
        qapp.removeTranslator(translator)
    speak(ENGLISH)


@pytest.fixture
def long_words(qapp) -> Iterator[None]:
    translator = LongWords(qapp)
    qapp.installTranslator(translator)
    speak(Tongue("xx", lambda text, one, n: longer(one if n == 1 else text)))
    yield
    qapp.removeTranslator(translator)
    speak(ENGLISH)


def card_of(state, look) -> Card:
    card = Card(look, rounded=True)
    view = popover_view(state.glance, state.chosen, state.activity)
    card.show_view(
        view, strip_chart(state.glance, period_of(state.glance, state.chosen).period), Room(10_000)
    )
    card.ensurePolished()
    return card


def names_of(card: Card) -> set[str]:
    """What a screen reader hears of everything that is shown."""
    return {
        widget.accessibleName()
        for widget in card.findChildren(QWidget)
        if widget.isVisibleTo(card) and widget.accessibleName()
    }


def elided(card: Card, monkeypatch) -> set[str]:
    """Texts that were cut while the card was painted."""
    cut: set[str] = set()

    class Watching(QFontMetricsF):
        def elidedText(self, text, mode, width, *rest):  # noqa: N802 - Qt names it
            shown = super().elidedText(text, mode, width, *rest)
            if shown != text:
                cut.add(text)
            return shown

    monkeypatch.setattr(lines, "QFontMetricsF", Watching)
    card.grab()
    monkeypatch.undo()
    return cut


def overlapping(card: Card) -> list[tuple[str, str]]:
    card.grab()
    buttons = [one for one in card.findChildren(QAbstractButton) if one.isVisibleTo(card)]
    places = [(one.text(), one.rect().translated(one.mapTo(card, one.rect().topLeft()))) for one in buttons]
    outside = [(name, "outside") for name, place in places if not card.rect().contains(place)]
    return outside + [
        (one[0], other[0]) for one, other in combinations(places, 2) if one[1].intersects(other[1])
    ]


def titles(state) -> set[str]:
    """Texts that are data and may be cut in any language."""
    glance = state.glance
    periods = (glance.today, glance.week, glance.month)
    items = [item.title for period in periods for item in (*period.top_items, *period.items)]
    return {*items, *(place.path for source in glance.sources for place in source.places)}


@pytest.mark.parametrize("state", STATES, ids=_IDS)
def test_german_is_not_cut_where_english_is_not(state, look, german, monkeypatch):
    card = card_of(state, look)
    assert not elided(card, monkeypatch) - titles(state)
    assert not overlapping(card)


@pytest.mark.parametrize("state", STATES, ids=_IDS)
def test_no_sentence_of_the_popover_stays_english_in_german(state, look, german, monkeypatch):
    german_names = names_of(card_of(state, look))
    with monkeypatch.context() as patch:
        patch.setattr(QCoreApplication, "translate", lambda _context, text, *_rest: text)
        speaks = tongue()
        speak(ENGLISH)
        english_names = names_of(card_of(state, look))
        speak(speaks)
    data = {"Outlay", *titles(state)}
    assert {name for name in german_names & english_names if re.search("[A-Za-z]", name)} <= data


@pytest.mark.parametrize("state", STATES, ids=_IDS)
def test_every_text_of_the_popover_can_be_translated(state, look, long_words):
    card = card_of(state, look)
    data = titles(state)
    assert not [name for name in names_of(card) if "[" not in name and name not in data]


@pytest.mark.parametrize("state", STATES, ids=_IDS)
def test_a_language_of_long_words_has_room(state, look, long_words, monkeypatch):
    """Rows of the list end in an ellipsis where they must; the whole row is in their tooltip."""
    card = card_of(state, look)
    assert not overlapping(card)
    rows = {row.row.title for row in card.rows.rows if row.row.title in row.toolTip()}
    assert not elided(card, monkeypatch) - titles(state) - rows


def test_the_owner_s_wish_wins_then_the_desktop_s_first_language_that_is_there():
    assert language_of("de", ["en-GB"]) == "de"
    assert language_of("en", ["de-DE"]) == "en"
    assert language_of("system", ["fr-FR", "de-AT", "en-GB"]) == "de"
    assert language_of("system", ["en_US", "de_DE"]) == "en"
    assert language_of("system", ["C"]) == "en"
    assert language_of("tlh", ["de-DE"]) == "en"


def test_german_speaks_for_presenters_controls_and_qt(qapp, german):
    assert tongue().name == "de"
    assert QCoreApplication.translate("Popover", "Refresh") == "Aktualisieren"


def test_english_installs_nothing(qapp):
    before = len(qapp.findChildren(QTranslator))
    assert speak_language(qapp, "en") is ENGLISH
    assert len(qapp.findChildren(QTranslator)) == before


def test_pause_stands_in_the_menu_where_the_buttons_have_no_room(look, long_words, qtbot):
    card = card_of(STATES[0], look)
    card.grab()
    foot = card.foot
    assert foot._pause.isHidden()
    entry = next(one for one in foot._menu.actions() if one.text() == foot._pause.text())
    assert entry.isVisible()
    with qtbot.waitSignal(foot.pause_wanted) as wish:
        entry.trigger()
    assert wish.args == [True]


def test_pause_is_a_button_where_it_has_room(look):
    card = card_of(STATES[0], look)
    card.grab()
    foot = card.foot
    assert not foot._pause.isHidden()
    assert not foot._pause_entry.isVisible()


@pytest.mark.parametrize("state", ["damaged", "gone", "empty"])
@pytest.mark.parametrize("outcome", ["the copy of 2026-11-19 was restored", "it was begun anew"])
def test_what_was_done_about_the_database_is_told_in_german_too(german, state, outcome):
    told = on_screen(
        f"The database was {state}; {outcome}. What was there is kept as outlay-damaged-1.sqlite."
    )
    assert told.startswith("Die Datenbank war ")
    assert "outlay-damaged-1.sqlite" in told
    assert "What was there" not in told


def test_why_a_page_could_not_be_read_is_told_in_german_too(german, look, qtbot):
    holder, head = QWidget(), Head(look)
    qtbot.addWidget(holder)
    holder.setLayout(head)
    head.show_failure(Failure("The database is damaged.", "The next sync restores or reads it anew."))
    assert "Die Datenbank ist besch\u00e4digt." in head.notice.accessibleName()
    assert "sync" not in head.notice.accessibleName()
