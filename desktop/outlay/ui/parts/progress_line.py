"""How far something is, as a line that fills; it never moves by itself."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from outlay.ui.parts.painted import Painted

_HEIGHT = 6


class ProgressLine(Painted):
    """Between 0 and 1."""

    share = 0.0

    def show_share(self, share: float) -> None:
        """Show another share, and speak it."""
        self.share = share
        self.setAccessibleDescription(f"{round(100 * share)} %")
        self.update()

    def fit(self) -> None:
        """As thick as a bar."""
        self.setFixedHeight(_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is left, then what is done over it."""
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rect, radius = QRectF(self.rect()), look.size("radius.bar")
        painter.setBrush(look.color("line.hairline"))
        painter.drawRoundedRect(rect, radius, radius)
        painter.setBrush(look.color("accent.base"))
        rect.setWidth(rect.width() * self.share)
        painter.drawRoundedRect(rect, radius, radius)
