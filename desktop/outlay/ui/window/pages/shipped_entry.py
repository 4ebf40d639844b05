"""The dialogs in which the owner writes: a note on an item, and work that left no commit."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from outlay.domain.items import Item
from outlay.domain.own_words import OwnItemKind
from outlay.painting.look import Look
from outlay.presenters.pages.shipped_acts import KINDS, kind_words
from outlay.ui.parts.choices import Choice, Segments
from outlay.ui.parts.day_field import DayField
from outlay.ui.parts.fields import TextField
from outlay.ui.parts.own_ring import OWN_RING
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.window.pages.shipped_acts import ActDialog


class NoteDialog(ActDialog):
    """A few words on an item."""

    def __init__(self, look: Look, item: Item, parent: QWidget | None = None) -> None:
        told = QCoreApplication.translate
        sentence = told("Shipped", "Only you see it. An empty note is taken away.")
        super().__init__(look, told("Shipped", "Your note"), sentence, told("Shipped", "Keep it"), parent)
        self.edit = QPlainTextEdit(item.note or "")
        self.edit.setAccessibleName(told("Shipped", "Your note on {title}").format(title=item.title))
        self.edit.setTabChangesFocus(True)
        self.edit.setFont(look.font("body"))
        self.edit.setFixedHeight(round(124 * look.text_scale))
        self._color(look)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setProperty(OWN_RING, True)
        self.body.addWidget(_Outlined(look, self.edit))
        self.edit.setFocus()

    def text(self) -> str:
        """What stands in it."""
        return self.edit.toPlainText().strip()

    def take_look(self, look: Look) -> None:
        """Draw by another look, what is typed too."""
        super().take_look(look)
        self._color(look)

    def _color(self, look: Look) -> None:
        palette = QPalette(self.edit.palette())
        palette.setColor(QPalette.ColorRole.Base, look.color("surface.field"))
        palette.setColor(QPalette.ColorRole.Text, look.color("text.ink"))
        for part in (self.edit, self.edit.viewport()):
            part.setPalette(palette)


class _Outlined(QWidget):
    """The outline of a field around a text box; it shows that the box has the keyboard."""

    def __init__(self, look: Look, held: QWidget) -> None:
        super().__init__()
        self._look, self._held = look, held
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(held)
        held.installEventFilter(self)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The outline follows the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and outline."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._held.hasFocus()
        painter.setPen(QPen(look.color("focus.ring" if focused else "line.field"), 2 if focused else 1))
        painter.setBrush(look.color("surface.field"))
        rect, radius = QRectF(self.rect()).adjusted(1, 1, -1, -1), look.size("radius.field")
        painter.drawRoundedRect(rect, radius, radius)


class AddDialog(ActDialog):
    """Finished work that left no commit: what, which kind, and the day."""

    def __init__(self, look: Look, today: date, parent: QWidget | None = None) -> None:
        told = QCoreApplication.translate
        super().__init__(
            look,
            told("Shipped", "Add finished work by hand"),
            told("Shipped", "For work that left no commit. Sessions can be linked to it afterwards."),
            told("Shipped", "Add it"),
            parent,
        )
        self._today = today
        self.title = TextField(
            look, told("Shipped", "Title"), told("Shipped", "What was done, in a few words")
        )
        self.kind = Segments(
            look, told("Shipped", "Kind"), [Choice(kind, kind_words(kind)) for kind in KINDS]
        )
        self.done_on = DayField(look, told("Shipped", "Finished on"), today, today)
        for part in (self.title, self.kind):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self._label(told("Shipped", "Finished on")))
        row.addWidget(self.done_on)
        row.addStretch(1)
        self.body.addLayout(row)
        self.title.changed.connect(lambda _text: self._check())
        self.title.submitted.connect(lambda _text: self._take())
        self._check()
        self.title.setFocus()

    def day(self) -> date:
        """The day it was finished."""
        return self.done_on.day

    def own_kind(self) -> OwnItemKind:
        """Which kind of work it is."""
        return OwnItemKind(self.kind.current)

    def _label(self, text: str) -> Paragraph:
        made = Paragraph(self.look, "body", "text.third")
        made.setFixedWidth(round(90 * self.look.text_scale))
        made.show_text(text, made.width())
        return made

    def _check(self) -> None:
        self.act.setEnabled(bool(self.title.text()))
        self.act.update()

    def _take(self) -> None:
        if self.title.text():
            self.accept()
