"""The sidebar: name, search, the pages with their shortcut, and how sure the figures are."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from outlay.domain.pictures import FaceState, IconPicture
from outlay.painting.digits import load_digits
from outlay.painting.lines import text_in, vertical
from outlay.painting.look import Look
from outlay.painting.tray_icon import icon_image
from outlay.presenters.window_foot import FootLine
from outlay.system.resources import resource_path
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.paragraph import Paragraph

_INSET = 12
_TEXT_PAD = 8
_TOP = 18
_GROUP_GAP = 13
_LOGO = 18
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Entry(NamedTuple):
    """One row: a page's name, its title, its shortcut in short, and whether a gap stands before it."""

    page: str
    title: str
    shortcut: str = ""
    gap: bool = False


class NavRow(QAbstractButton):
    """A row of the sidebar."""

    spoken_role = QAccessible.Role.PageTab

    def __init__(self, entry: Entry, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self._look = look
        self.setText(entry.title)
        self.setAccessibleName(entry.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.take_look(look)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.setFixedHeight(look.row_height("size.nav_row", air=10))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a row; the sidebar gives the width."""
        return QSize(100, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go to the neighbour, Enter presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _STEPS:
            self.focusNextPrevChild(_STEPS[Qt.Key(event.key())] > 0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Title at the left, shortcut at the right; the current one lies on the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, look = QRectF(self.rect()), self._look
        radius = look.size("radius.row")
        if self.isChecked():
            painter.setPen(QPen(look.color("line.hairline"), 1))
            painter.setBrush(look.color("surface.sheet"))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("surface.hover"))
            painter.drawRoundedRect(rect, radius, radius)
        box = rect.adjusted(_TEXT_PAD, 0, -_TEXT_PAD, 0)
        ink = look.color("text.ink" if self.isChecked() else "text.second")
        text_in(painter, box, self.text(), look.font("body", 600 if self.isChecked() else 400), ink)
        third = look.color("text.third")
        text_in(painter, box, self.entry.shortcut, look.font("micro"), third, Qt.AlignmentFlag.AlignRight)


class SearchButton(QAbstractButton):
    """Looks like a field and opens the search."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(QCoreApplication.translate("Window", "Search"))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.take_look(look)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.setFixedHeight(look.row_height("size.field"))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a field; the sidebar gives the width."""
        return QSize(100, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A field with a glass, the word and the shortcut."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), look.size("radius.field")
        painter.setPen(QPen(look.color("line.hairline_strong"), 1))
        painter.setBrush(look.color("surface.hover" if self.underMouse() else "surface.field"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._glass(painter, QPointF(rect.left() + 14, rect.center().y() - 0.5))
        ink = look.color("text.placeholder")
        box = rect.adjusted(26, 0, -9, 0)
        text_in(painter, box, self.text(), look.font("small"), ink)
        keys = QCoreApplication.translate("Window", "Ctrl K")
        text_in(painter, box, keys, look.font("micro"), look.color("text.third"), Qt.AlignmentFlag.AlignRight)

    def _glass(self, painter: QPainter, centre: QPointF) -> None:
        painter.setPen(
            QPen(self._look.color("text.second"), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 3.6, 3.6)
        painter.drawLine(centre + QPointF(2.8, 2.8), centre + QPointF(5.2, 5.2))


class _Name(QWidget):
    """Icon and name of the app."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._digits = load_digits(resource_path("look/digits.json"))
        self.take_look(look)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self.setFixedHeight(round(look.line("heading")))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The plain icon, then the name."""
        painter, look = QPainter(self), self._look
        ratio = self.devicePixelRatioF()
        side = round(_LOGO * ratio)
        image = icon_image(IconPicture(None, FaceState.FRESH), side, look.tokens, self._digits)
        image.setDevicePixelRatio(ratio)
        top = (self.height() - _LOGO) / 2
        painter.drawImage(QPointF(_TEXT_PAD, top), image)
        box = QRectF(_TEXT_PAD + _LOGO + 8, 0, self.width(), self.height())
        text_in(painter, box, "Outlay", look.font("heading"), look.color("text.ink"))


class Sidebar(QWidget):
    """Everything at the left of the sheet."""

    page_wanted = Signal(str)
    search_wanted = Signal()

    def __init__(self, entries: Iterable[Entry], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = _Name(look, self)
        self.search = SearchButton(look, self)
        self.search.clicked.connect(self.search_wanted)
        self.rows: dict[str, NavRow] = {}
        self._feet: list[Paragraph] = []
        self._lines: tuple[FootLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_INSET, _TOP, _INSET, 14)
        self._column.setSpacing(1)
        self._column.addWidget(self._name)
        self._column.addSpacing(13)
        self._column.addWidget(self.search)
        self._column.addSpacing(13)
        for entry in entries:
            self._add(entry)
        self._column.addStretch(1)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(_TEXT_PAD, 0, _TEXT_PAD, 0)
        self._foot.setSpacing(0)
        self._column.addLayout(self._foot)

    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in reading order."""
        return self.search, *self.rows.values()

    def show_current(self, page: str) -> None:
        """Mark the row of the page that is shown; the keyboard goes there from another row."""
        if page in self.rows and any(row.hasFocus() for row in self.rows.values()):
            self.rows[page].setFocus()
        for name, row in self.rows.items():
            row.setChecked(name == page)

    def show_foot(self, lines: tuple[FootLine, ...]) -> None:
        """Until when figures are known, then one line per troubled source."""
        self._lines = lines
        while len(self._feet) < len(lines):
            foot = Paragraph(self._look, "micro", "text.third" if not self._feet else "text.second", air=2)
            self._feet.append(foot)
            self._foot.addWidget(foot)
        width = self.width() - 2 * (_INSET + _TEXT_PAD)
        for number, foot in enumerate(self._feet):
            line = lines[number] if number < len(lines) else FootLine("")
            foot.show_text(line.text, width, line.mark)

    def take_width(self, width: int) -> None:
        """Be so wide."""
        self.setFixedWidth(width)
        self.show_foot(self._lines)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        parts: tuple[Looked, ...] = (self._name, self.search, *self.rows.values(), *self._feet)
        for part in parts:
            part.take_look(look)
        self.show_foot(self._lines)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The desk, and the hairline where the sheet begins."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface.desk"))
        vertical(painter, self.width() - 1, 0, self.height(), self._look.color("line.hairline"))

    def _add(self, entry: Entry) -> None:
        row = NavRow(entry, self._look, self)
        row.clicked.connect(lambda _on=False, page=entry.page: self.page_wanted.emit(page))
        self.rows[entry.page] = row
        if entry.gap:
            self._column.addSpacing(_GROUP_GAP)
        self._column.addWidget(row)
