"""The Spend page: a part of the spend by groups, a session, the tokens, the prices; always with the way back."""

from collections.abc import Callable, Hashable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from outlay.app import App
from outlay.domain.moments import Period, day_of
from outlay.domain.own_words import Told
from outlay.domain.spend_page import SpendPage as SpendAnswer
from outlay.domain.spend_page import Step
from outlay.painting.look import Look
from outlay.presenters.pages.empty_days import NEWEST
from outlay.presenters.pages.shipped_acts import told_sentence
from outlay.presenters.pages.spend import GROUPS, HOW, PRICES, TOKENS
from outlay.presenters.pages.spend_prices import PricesAsked, known_prices
from outlay.presenters.pages.spend_session import SessionAsked, session_name
from outlay.presenters.pages.spend_tokens import TokensAsked
from outlay.presenters.pages.spend_words import TABS, Crumb, crumbs, tab_text
from outlay.rules.spans import Span, Unit, moved_to
from outlay.ui.parts.choices import Choice, DropDown, Segments
from outlay.ui.parts.crumbs import Crumbs
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.window.page import Page
from outlay.ui.window.pages.spend_acts import SpendActs
from outlay.ui.window.pages.spend_list import SpendList
from outlay.ui.window.pages.spend_place import Place, View, into, may_be, reading_of
from outlay.ui.window.pages.spend_prices import PricesPlace
from outlay.ui.window.pages.spend_session import SessionPlace
from outlay.ui.window.pages.spend_tokens import TokensPlace

_BETWEEN = 12
_BESIDE = 24
_KEYS = frozenset((*TABS, "repository"))
_KEYS_BACK = ("Backspace", "Alt+Up")


class SpendPage(Page):
    """Every place has a way back: the steps before it are links, Backspace and Alt+Up go one step."""

    name = "spend"

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.place = Place()
        self._before: list[Place] = []
        self._shown: View | None = None
        self._span: Span | None = None
        self._width, self._narrow = 0, False
        self._keys: QWidget | None = None
        self.acts = SpendActs(self)
        told = QCoreApplication.translate
        self.crumbs = Crumbs(look)
        self.tabs = Segments(look, told("Spend", "Group by"), _choices())
        self.refusal = Paragraph(look, "small", "status.failing")
        self.follows = Paragraph(look, "small", "text.second")
        self.list, self.session = SpendList(look), SessionPlace(look)
        self.tokens, self.prices = TokensPlace(look), PricesPlace(look)
        self.by_menu = DropDown(look, told("Spend", "Group by"))
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What the page is called."""
        return QCoreApplication.translate("Window", "Spend")

    def question(self) -> Hashable:
        """Where the page stands."""
        return self.place

    def reading(self, app: App, period: Period) -> Callable[[], object]:
        """What reads the place as it is now."""
        return reading_of(self.place, app, period)

    def take_span(self, span: Span, _today: date) -> None:
        """The span the answer belongs to; a day that is looked at is left with a span without it."""
        self._span = span
        kept = tuple(step for step in self.place.question.steps if may_be(step, span.period))
        if kept != self.place.question.steps:
            self.place = self.place._replace(question=self.place.question._replace(steps=kept))

    def show_answer(self, answer: object, app: App) -> None:
        """Show what was read."""
        self.acts.app = app
        way = crumbs(self.place.question.steps, str(app.home))
        told = QCoreApplication.translate
        if isinstance(answer, SpendAnswer):
            unit = self._span.unit if self._span else Unit.OWN
            self.list.show_page(answer, unit, str(app.home))
            self._show(View.LIST, way)
        elif isinstance(answer, SessionAsked):
            self.session.show_asked(answer, app)
            self._show(View.SESSION, _further(way, session_name(answer.page, app.zone)))
        elif isinstance(answer, TokensAsked):
            self.tokens.show_asked(answer)
            self._show(View.TOKENS, _further(way, told("Spend", "Tokens")))
        elif isinstance(answer, PricesAsked):
            self.prices.show_asked(answer)
            self._show(View.PRICES, _further(way, told("Spend", "Prices used")))
        else:
            raise TypeError(type(answer).__name__)

    def open_subject(self, subject: object) -> None:
        """`tokens`, `prices`, a session by tool and id, or a key with its value; as a tuple, or joined by slashes."""
        told = subject if isinstance(subject, tuple) else tuple(str(subject).split("/"))
        match told:
            case ("tokens" | "prices" as view,):
                self._go(Place(view=View(view)))
            case ("session", str(tool), *rest) if rest:
                self._go(Place(view=View.SESSION, session="/".join((tool, *map(str, rest)))))
            case (str(key), *rest) if rest and key in _KEYS:
                value = None if rest == [None] else "/".join(map(str, rest))
                self._go(into(Place(), Step(key, value)))
            case _:
                self._go(Place())

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Way and groups on one line where they find room."""
        self._width, self._narrow = width, narrow
        wide = self.tabs.width() <= width
        tabs = self.tabs if wide else self.by_menu
        for one in (self.tabs, self.by_menu):
            one.setVisible(one is tabs and self._shown in {None, View.LIST})
        beside = self.crumbs.sizeHint().width() + tabs.width() + _BESIDE <= width
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        for part in self._views().values():
            part.take_width(width, narrow=narrow)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        super().take_look(look)
        parts: tuple[Looked, ...] = (self.crumbs, self.tabs, self.by_menu, self.refusal, self.follows)
        for part in (*parts, *self._views().values()):
            part.take_look(look)

    def end(self) -> None:
        """Nothing is done any more."""
        self.acts.end()

    def go_back(self) -> None:
        """One step back; at the beginning nothing."""
        if self._before:
            self._stand(self._before.pop())

    def _views(self) -> dict[View, SpendList | SessionPlace | TokensPlace | PricesPlace]:
        return {
            View.LIST: self.list,
            View.SESSION: self.session,
            View.TOKENS: self.tokens,
            View.PRICES: self.prices,
        }

    def _show(self, view: View, way: tuple[Crumb, ...]) -> None:
        self._shown = view
        for one, part in self._views().items():
            part.setVisible(one is view)
        self.crumbs.show_crumbs(way)
        by = self.place.question.by
        self.tabs.show_current(by)
        self.by_menu.show_choices(_choices(), by if by in TABS else TABS[0])
        if self._width:
            self.take_width(self._width, narrow=self._narrow)
        before, self._keys = self._keys, None
        if before is not None:
            QTimer.singleShot(0, self, partial(self._take_keys, before))

    def _take_keys(self, before: QWidget) -> None:
        """Back to where the keyboard was, or to where the view begins when that is gone."""
        stays = isValid(before) and before.isVisible()
        target = before if stays else self._views()[self._shown or View.LIST].begin()
        if target is not self.window().focusWidget():
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self, place: Place) -> None:
        self._before.append(self.place)
        self._stand(place)

    def _stand(self, place: Place) -> None:
        """Ask anew; the keyboard that was on the page finds its way to what is shown then."""
        focused = self.window().focusWidget()
        self._keys = focused if focused is not None and self.isAncestorOf(focused) else None
        self.place = place
        self._refused("")
        self.asks_anew.emit()

    def _step(self, step: Step) -> None:
        self._go(into(self.place, step))

    def _to_step(self, steps: int) -> None:
        """Back to where so many steps were taken, grouped as then."""
        question = self.place.question
        left = question.steps[steps : steps + 1]
        by = left[0].key if left and left[0].key in TABS else question.by
        self._go(Place(question._replace(steps=question.steps[:steps], by=by)))

    def _group_by(self, key: str) -> None:
        self._stand(Place(self.place.question._replace(by=key)))

    def _read_all(self) -> None:
        self._stand(Place(self.place.question._replace(whole=True)))

    def _to_session(self, tool: str, session: str) -> None:
        self._go(self.place._replace(view=View.SESSION, session=f"{tool}/{session}"))

    def _follow(self, what: str) -> None:
        if what == GROUPS:
            self.open_wanted.emit("sources", "groups")
        elif what == PRICES:
            self._go(self.place._replace(view=View.PRICES))
        elif what == TOKENS:
            self._go(Place(view=View.TOKENS))
        elif what == HOW:
            self._how("list-value")
        elif what == NEWEST:
            self._to_newest()

    def _how(self, anchor: str) -> None:
        self.open_wanted.emit("method", anchor)

    def _to_newest(self) -> None:
        """The days around the newest request, as many as are looked at now."""
        page, span = self.list.page, self._span
        if page is not None and page.newest is not None and span is not None:
            newest = min(page.newest, page.as_of)
            self.span_wanted.emit(moved_to(span, day_of(newest, span.period.zone)))

    def _open_item(self, key: str) -> None:
        self.open_wanted.emit("shipped", key)

    def _set_price(self, model: str) -> None:
        known = known_prices(self.prices.asked, model) if self.prices.asked else None
        self.acts.set_price(self.look, model, known)

    def _link(self, place: str) -> None:
        if self.session.asked is not None:
            self.acts.link(self.look, place, self.session.asked)

    def _acted(self, found: object) -> None:
        """Show the owner's word at once; where a session moved, its figures come with the next reading."""
        if isinstance(found, Told) and self.acts.app is not None:
            paused = self.acts.app.paused
            self.follows.show_text(told_sentence(found, "", moved=True, paused=paused), self._width)
            self.refresh_wanted.emit()
        self.changed.emit()

    def _refused(self, why: str) -> None:
        self.follows.show_text("", self._width)
        self.refusal.show_text(why, self._width)

    def _connect(self) -> None:
        self.acts.done.connect(self._acted)
        self.acts.refused.connect(self._refused)
        self.crumbs.step_wanted.connect(self._to_step)
        self.tabs.chosen.connect(self._group_by)
        self.by_menu.chosen.connect(self._group_by)
        self.session.link_wanted.connect(self._link)
        self.session.unlink_wanted.connect(self.acts.unlink)
        self.session.undo_wanted.connect(self.acts.undo)
        self.list.step_wanted.connect(self._step)
        self.list.session_wanted.connect(self._to_session)
        self.list.link_wanted.connect(self._follow)
        self.list.whole_wanted.connect(self._read_all)
        self.session.item_wanted.connect(self._open_item)
        self.session.block.link_wanted.connect(self._how)
        self.tokens.block.link_wanted.connect(self._how)
        self.prices.set_wanted.connect(self._set_price)
        self.prices.remove_wanted.connect(self.acts.remove_price)
        for keys in _KEYS_BACK:
            QShortcut(QKeySequence(keys), self).activated.connect(self.go_back)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.crumbs, 1)
        self._head.addWidget(self.tabs, 0)
        self._head.addWidget(self.by_menu, 0)
        self.by_menu.hide()
        column.addLayout(self._head)
        for told in (self.refusal, self.follows):
            column.addWidget(told)
            told.hide()
        for view, part in self._views().items():
            column.addWidget(part)
            if view is not View.LIST:
                part.hide()
        column.addStretch(1)


def _choices() -> tuple[Choice, ...]:
    return tuple(Choice(key, tab_text(key)) for key in TABS)


def _further(way: tuple[Crumb, ...], name: str) -> tuple[Crumb, ...]:
    """The way with where one is at its end; what was the end leads back to the list."""
    return (*way, Crumb(name, "", len(way)))
