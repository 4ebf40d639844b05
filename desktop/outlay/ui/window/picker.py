"""The period picker: one step back, the range, the unit, one step on."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QPolygonF, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QWidget

from outlay.painting.lines import text_in, vertical, width_of
from outlay.painting.look import Look
from outlay.painting.signs import paint_caret
from outlay.presenters.spans import UNITS, span_text, unit_text
from outlay.rules.spans import Span, Unit, is_running, moved_to, stepped
from outlay.ui.window.span_dialog import ask_span

_PAD = 10
_ARROW_WIDTH = 28
_CARET = 18


class _Part(QAbstractButton):
    """One of the four fields; the picker paints the ground they share."""

    def __init__(self, look: Look, parent: QWidget, *, style_weight: int = 400, caret: bool = False) -> None:
        super().__init__(parent)
        self._look, self._weight, self._caret = look, style_weight, caret
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def take_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = width_of(self.text(), self._look.font("body", self._weight)) + 2 * _PAD
        return QSize(
            round(width) + (_CARET if self._caret else 0), self._look.row_height("size.button", air=12)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            name = "surface.selected" if self.isDown() else "surface.hover"
            painter.fillRect(rect.adjusted(1, 1, -1, -1), self._look.color(name))
        ink = self._look.color(
            "text.disabled" if not self.isEnabled() else "text.ink" if self._weight > 400 else "text.second"  # noqa: PLR2004
        )
        box = rect.adjusted(_PAD, 0, -_PAD - (_CARET if self._caret else 0), 0)
        text_in(painter, box, self.text(), self._look.font("body", self._weight), ink)
        if self._caret:
            paint_caret(
                painter, QPointF(rect.right() - _PAD - 3, rect.center().y()), ink, self._look.text_scale
            )


class _Arrow(_Part):
    """A step back or on."""

    def __init__(self, look: Look, parent: QWidget, by: int) -> None:
        super().__init__(look, parent)
        self._by = by

    def sizeHint(self) -> QSize:
        return QSize(round(_ARROW_WIDTH * self._look.text_scale), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._look.color("text.second" if self.isEnabled() else "text.disabled")
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, reach = QRectF(self.rect()).center(), 3.5 * self._look.text_scale
        points = (QPointF(-self._by * reach / 2, -reach), QPointF(self._by * reach / 2, 0))
        last = QPointF(-self._by * reach / 2, reach)
        painter.drawPolyline(QPolygonF([middle + point for point in (*points, last)]))


class PeriodPicker(QWidget):
    """Shows the span in force and wishes for another."""

    span_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._span: Span | None = None
        self._today = date.min
        self._back, self._on = _Arrow(look, self, -1), _Arrow(look, self, 1)
        self._range = _Part(look, self, style_weight=500)
        self._unit = _Part(look, self, caret=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in self.parts():
            row.addWidget(part)
        self._back.clicked.connect(lambda: self.step(-1))
        self._on.clicked.connect(lambda: self.step(1))
        self._range.clicked.connect(self._choose_days)
        self._unit.clicked.connect(self._choose_unit)
        self._name()

    def parts(self) -> tuple[QAbstractButton, ...]:
        """The fields in reading order."""
        return self._back, self._range, self._unit, self._on

    def bind_keys(self, window: QWidget) -> None:
        """Alt with an arrow steps from anywhere in a window."""
        for key, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(key), window).activated.connect(lambda by=by: self.step(by))

    def show_span(self, span: Span, today: date) -> None:
        """Show a span; the step on is off while it runs."""
        self._span, self._today = span, today
        self._range.setText(span_text(span))
        self._unit.setText(unit_text(span.unit))
        self._on.setEnabled(not is_running(span, today))
        self._name()
        for part in self.parts():
            part.updateGeometry()
        self.update()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        for part in (self._back, self._range, self._unit, self._on):
            part.take_look(look)

    def step(self, by: int) -> None:
        """Wish for the span before or after; the one after a running span does not exist."""
        if self._span is None or not self.isVisibleTo(self.window()):
            return
        if by < 0 or not is_running(self._span, self._today):
            self.span_wanted.emit(stepped(self._span, by))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One field with hairlines between its parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._look.size("radius.button")
        painter.setPen(QPen(self._look.color("line.hairline_strong"), 1))
        painter.setBrush(self._look.color("surface.field"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for part in self.parts()[1:]:
            line = self._look.color("line.hairline")
            vertical(painter, part.geometry().left(), 1, self.height() - 2, line)

    def _name(self) -> None:
        told = QCoreApplication.translate
        self._back.setAccessibleName(told("Window", "Earlier"))
        self._on.setAccessibleName(told("Window", "Later"))
        self._range.setAccessibleName(self._range.text() or told("Window", "Period"))
        self._unit.setAccessibleName(told("Window", "Length: {unit}").format(unit=self._unit.text()))

    def _choose_unit(self) -> None:
        if self._span is None:
            return
        menu = QMenu(self)
        for unit in UNITS:
            entry = menu.addAction(unit_text(unit))
            entry.setCheckable(True)
            entry.setChecked(unit is self._span.unit)
            entry.triggered.connect(lambda _on=False, unit=unit: self._take_unit(unit))
        menu.addSeparator()
        own = menu.addAction(QCoreApplication.translate("Window", "Own days\u2026"))
        own.triggered.connect(self._choose_days)
        menu.popup(self._unit.mapToGlobal(self._unit.rect().bottomLeft()))

    def _take_unit(self, unit: Unit) -> None:
        """The span of the new unit that holds the last day of the old one, of today when that is inside."""
        if self._span is None:
            return
        period = self._span.period
        inside = period.start <= self._today < period.end
        day = self._today if inside else period.days[-1]
        self.span_wanted.emit(moved_to(self._span, day, unit))

    def _choose_days(self) -> None:
        if self._span is None:
            return
        chosen = ask_span(self._span, self._today, self._look, self.window())
        if chosen is not None:
            self.span_wanted.emit(chosen)
