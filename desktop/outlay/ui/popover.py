"""The popover's window: places the card, minds the keyboard, closes when it loses the focus."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QCursor,
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlay.domain.pictures import StripChart
from outlay.painting.look import Look
from outlay.presenters.periods import ChosenPeriod
from outlay.presenters.popover import PopoverView
from outlay.ui.card import Card, Room
from outlay.ui.parts.focus_ring import FocusRing

_SCREEN_AIR = 16
_JUST_CLOSED_MS = 250
_ORDER = tuple(ChosenPeriod)


class Popover(QWidget):
    """A frameless tool window."""

    period_wanted = Signal(object)
    refresh_wanted = Signal()
    closed = Signal()
    hidden = Signal()

    def __init__(self, look: Look, *, rounded: bool) -> None:
        """`rounded` needs a compositor."""
        super().__init__()
        self._chosen = ChosenPeriod.TODAY
        self._first = False
        self._below_icon = False
        self._hidden_for = QElapsedTimer()
        self.setWindowTitle(QCoreApplication.translate("Popover", "Outlay"))
        self.card = Card(look, self, rounded=rounded)
        self._prepare_window(rounded=rounded)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.ring = FocusRing(look, self)
        self.ring.watch(*self.card.buttons())
        self.card.period_wanted.connect(self.period_wanted)
        self.card.foot.refresh_wanted.connect(self.refresh_wanted)
        self._bind_keys()

    @property
    def just_closed(self) -> bool:
        """Whether it closed a moment ago, so that the same click on the tray does not open it again."""
        return self._hidden_for.isValid() and self._hidden_for.elapsed() < _JUST_CLOSED_MS

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.card.take_look(look)
        self.ring.take_look(look)

    def show_view(self, view: PopoverView, strip: StripChart, beside: tuple[PopoverView, ...] = ()) -> None:
        """Show another view, with room for those of the other periods.

        An open popover never gets lower, so that the tabs stay under the pointer, and keeps the edge beside
        its icon where it was.
        """
        self._chosen = view.chosen
        before = self.geometry()
        room = Room(self._most_height(), self._kept_height(first=view.first is not None))
        self.card.show_view(view, strip, room, beside=beside)
        self.setFixedSize(self.card.size())
        if self.isVisible() and before.height() != self.height():
            top = before.top() if self._below_icon else before.bottom() + 1 - self.height()
            self.move(self._clamped(QPoint(before.x(), top)))

    def open_at(self, anchor: QRect) -> None:
        """Open beside the tray icon, or beside the pointer when the icon's place is not known."""
        place = anchor if anchor.isValid() and not anchor.isNull() else QRect(QCursor.pos(), QCursor.pos())
        screen = self._screen_of(place)
        self._below_icon = _is_above(place, screen)
        self.move(self._clamped(_beside(place, self.size(), self.card.margin, screen)))
        self.show()
        self.raise_()
        self.activateWindow()

    def event(self, event: QEvent) -> bool:
        """Close when another window takes the keyboard."""
        if event.type() is QEvent.Type.WindowDeactivate and not self.card.foot.menu_open:
            self.hide()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the focus while shown."""
        self.ring.follow(on=True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember when it closed."""
        self.ring.follow(on=False)
        self._hidden_for.start()
        super().hideEvent(event)
        self.hidden.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing hides; who owns the app decides what follows."""
        super().closeEvent(event)
        self.closed.emit()

    def _prepare_window(self, *, rounded: bool) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        self.setWindowFlags(flags | Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, rounded)

    def _bind_keys(self) -> None:
        keys = {
            Qt.Key.Key_Left: lambda: self._step_period(-1),
            Qt.Key.Key_Right: lambda: self._step_period(1),
            Qt.Key.Key_Up: lambda: self.card.rows.step(-1),
            Qt.Key.Key_Down: lambda: self.card.rows.step(1),
            Qt.Key.Key_Escape: self.close,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)
        for sequence in ("F5", "Ctrl+R"):
            QShortcut(QKeySequence(sequence), self).activated.connect(self.refresh_wanted)

    def _step_period(self, by: int) -> None:
        at = _ORDER.index(self._chosen) + by
        if 0 <= at < len(_ORDER):
            self.period_wanted.emit(_ORDER[at])

    def _kept_height(self, *, first: bool) -> int:
        """The height to keep while open; the card before the first figure has another of its own."""
        same, self._first = first == self._first, first
        return self.height() if self.isVisible() and same else 0

    def _most_height(self) -> int:
        return self._screen_of(self.geometry()).height() - _SCREEN_AIR

    def _clamped(self, corner: QPoint) -> QPoint:
        margin = self.card.margin
        screen = self._screen_of(QRect(corner, self.size())).adjusted(-margin, -margin, margin, margin)
        x = max(screen.left(), min(corner.x(), screen.right() + 1 - self.width()))
        y = max(screen.top(), min(corner.y(), screen.bottom() + 1 - self.height()))
        return QPoint(x, y)

    def _screen_of(self, place: QRect) -> QRect:
        screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
        return screen.availableGeometry()


def _beside(anchor: QRect, size: QSize, margin: int, screen: QRect) -> QPoint:
    """Under an anchor in the screen's upper half, above one in the lower, centred on it."""
    x = anchor.center().x() - size.width() // 2
    gap = 4 - margin
    return QPoint(
        x, anchor.bottom() + 1 + gap if _is_above(anchor, screen) else anchor.top() - gap - size.height()
    )


def _is_above(anchor: QRect, screen: QRect) -> bool:
    return anchor.center().y() < screen.center().y()
