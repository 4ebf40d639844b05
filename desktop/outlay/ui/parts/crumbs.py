"""The way to what is looked at: every step before it is a link back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from outlay.charts.columns import hue_of
from outlay.painting.lines import text_in, width_of
from outlay.painting.look import Look
from outlay.presenters.pages.spend_words import Crumb
from outlay.ui.parts.links import LinkButton
from outlay.ui.parts.painted import Painted

_SQUARE = 9.0
_AFTER_SQUARE = 7.0
_GAP = 8
_LONGEST = 26


class Crumbs(QWidget):
    """Links and the last step, which is where one is.

    Signals:
        step_wanted: how many steps the way has there.
    """

    step_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._crumbs: tuple[Crumb, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self.links: list[LinkButton] = []
        self._here: _Here | None = None

    def show_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Show another way."""
        if tuple(crumbs) == self._crumbs:
            return
        self._crumbs = tuple(crumbs)
        self._fill()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        self._fill()

    def _fill(self) -> None:
        had_focus = any(link.hasFocus() for link in self.links)
        while (item := self._row.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        self.links = []
        for crumb in self._crumbs[:-1]:
            link = LinkButton(_cut(crumb.text), self._look, "body", self)
            told = QCoreApplication.translate("Spend", "Back to {name}").format(name=crumb.text)
            link.setAccessibleName(told)
            link.setToolTip(crumb.tip)
            link.clicked.connect(lambda _on=False, steps=crumb.steps: self.step_wanted.emit(steps))
            self.links.append(link)
            self._row.addWidget(link)
            self._row.addWidget(_Sign(self._look, self))
        if self._crumbs:
            self._here = _Here(self._look, self._crumbs[-1], self)
            self._row.addWidget(self._here, 1)
        if had_focus and self.links:
            self.links[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Sign(Painted):
    """What stands between two steps."""

    def fit(self) -> None:
        """As wide as the sign."""
        self.setFixedSize(8, round(self.look.line("body")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sign."""
        third = self.look.color("text.third")
        centre = Qt.AlignmentFlag.AlignHCenter
        text_in(QPainter(self), QRectF(self.rect()), "\u203a", self.look.font("body"), third, centre)


class _Here(Painted):
    """Where one is: the tool's square and the name."""

    def __init__(self, look: Look, crumb: Crumb, parent: QWidget) -> None:
        self._crumb = crumb
        super().__init__(look, parent)
        self.setAccessibleName(crumb.text)
        self.setToolTip(crumb.tip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """One line."""
        self.setFixedHeight(round(QFontMetricsF(self.look.font("body_strong")).height() + 4))

    def sizeHint(self) -> QSize:
        """Square and name."""
        width = self._indent() + width_of(self._crumb.text, self.look.font("body_strong"))
        return QSize(round(width + 1), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Square and name."""
        painter, rect = QPainter(self), QRectF(self.rect())
        if self._crumb.tool:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.color(f"tool.{hue_of(self._crumb.tool)}"))
            side = _SQUARE * self.look.text_scale
            corner = QPointF(0, rect.center().y() - side / 2)
            painter.drawRoundedRect(QRectF(corner.x(), corner.y(), side, side), 2, 2)
        box = rect.adjusted(self._indent(), 0, 0, 0)
        text_in(painter, box, self._crumb.text, self.look.font("body_strong"), self.look.color("text.ink"))

    def _indent(self) -> float:
        return (_SQUARE + _AFTER_SQUARE) * self.look.text_scale if self._crumb.tool else 0.0


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "\u2026"
