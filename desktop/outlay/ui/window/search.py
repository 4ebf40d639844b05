"""The search: a field with what it finds below, over the window; Enter opens, Escape goes back."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from outlay.app import App
from outlay.domain.search import Hit
from outlay.painting.look import Look
from outlay.presenters.pages.search import Around, hits_table, nothing_text, row_key
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.table import LedgerTable
from outlay.ui.window.asking import Asker

_WIDTH, _LEAST, _MOST_ROWS = 600, 200, 12
_PAD = 10
_WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchPanel(QWidget):
    """What was opened before stands there while nothing is typed."""

    opened = Signal(object)
    """The Hit that was chosen."""

    def __init__(self, app: App, look: Look, pages: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._app, self._look, self._pages = app, look, pages
        self._hits: dict[str, Hit] = {}
        self._before: list[Hit] = []
        self._back_to: QWidget | None = None
        self._asker = Asker(self)
        self._asker.came.connect(self._came)
        self._newest = 0
        told = QCoreApplication.translate
        self.field = TextField(look, told("Window", "Search"), told("Window", "Search"), search=True)
        self.hits = LedgerTable(look, grows=True, one_click=True)
        self.nothing = Paragraph(look, "small", "text.second", air=6)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        column.setSpacing(6)
        for part in (self.field, self.hits, self.nothing):
            column.addWidget(part)
        self.field.changed.connect(self._typed)
        self.field.edit.installEventFilter(self)
        self.hits.activated.connect(self._open)
        self.hits.view.installEventFilter(self)
        self.hide()

    def take_app(self, app: App) -> None:
        """Ask another front desk from now on."""
        self._app = app

    def open(self) -> None:
        """Show it with an empty field."""
        self._back_to = QApplication.focusWidget()
        self.field.show_text("")
        self._show(tuple(self._before), "")
        self.show()
        self.raise_()
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> bool:
        """Put it away and give the keyboard back; False when it was not there."""
        if self.isHidden():
            return False
        self.hide()
        if self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def end(self) -> None:
        """Nothing is searched any more."""
        self._asker.end()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        for part in (self.field, self.hits, self.nothing):
            part.take_look(look)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from the field into the hits, Enter opens the marked one, a letter goes back to the field."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            return self.close_panel()
        if watched is self.field.edit:
            return self._from_field(event)
        if event.text().isprintable() and event.text().strip():
            self.field.edit.setFocus()
            self.field.edit.insert(event.text())
            return True
        return False

    def focusNextPrevChild(self, _following: bool) -> bool:  # noqa: FBT001  as Qt calls it
        """The keyboard stays in the panel while it is open."""
        inside = self.hits.view if self.field.edit.hasFocus() and self._hits else self.field.edit
        inside.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A raised ground with a hairline around."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("line.hairline_strong"), 1))
        painter.setBrush(self._look.color("surface.raised"))
        radius = self._look.size("radius.menu")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _from_field(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            self._open(self.hits.selected if self._hits else "")
            return True
        if event.key() in _WALK and self._hits:
            self.hits.view.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _typed(self, text: str) -> None:
        if not text:
            self._newest = 0
            self._show(tuple(self._before), "")
            return
        app = self._app
        self._newest = self._asker.ask(lambda: (text, app.find(text, _MOST_ROWS)))

    def _came(self, number: int, found: object) -> None:
        if number == self._newest and isinstance(found, tuple):
            text, hits = found
            self._show(hits, text)

    def _show(self, hits: tuple[Hit, ...], text: str) -> None:
        app = self._app
        table = hits_table(hits, Around(self._pages, str(app.home), app.now, app.zone))
        there = {row.key for row in table.rows}
        self._hits = {row_key(hit): hit for hit in hits if row_key(hit) in there}
        self.hits.setVisible(bool(self._hits))
        if self._hits:
            self.hits.show_table(table)
            self.hits.select(table.rows[0].key)
        self.nothing.show_text("" if self._hits else nothing_text(text), self._inner())
        self._fit()

    def _open(self, key: str) -> None:
        hit = self._hits.get(key)
        if hit is None:
            return
        self._before = [hit, *(one for one in self._before if one != hit)][:_MOST_ROWS]
        self.hide()
        self.opened.emit(hit)

    def _inner(self) -> int:
        return round(_WIDTH * self._look.text_scale) - 2 * _PAD

    def _fit(self) -> None:
        self.setFixedWidth(min(self._inner() + 2 * _PAD, max(_LEAST, self._over.width() - 24)))
        self._column.activate()
        self.adjustSize()
