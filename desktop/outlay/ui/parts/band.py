"""The band that marks sample data, on top of everything."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent

from outlay.painting.lines import text_in
from outlay.ui.parts.painted import Painted


class SampleBand(Painted):
    """Full width, in the card's upper corners."""

    rounded = False

    def show_sample(self, *, sample: bool) -> None:
        """Show the band, or take no room."""
        self.setVisible(sample)
        self.setAccessibleName(_words())
        self.fit()

    def fit(self) -> None:
        """One small line with its air."""
        self.setFixedHeight(round(self.look.line("small") + 10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Wash and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.look.size("radius.popover") - 1 if self.rounded else 0.0
        rect = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(rect.adjusted(0, 0, 0, radius), radius, radius)
        painter.setClipRect(rect)
        painter.fillPath(path, self.look.color("accent.wash"))
        ink = self.look.color("text.ink")
        text_in(painter, rect, _words(), self.look.font("label"), ink, Qt.AlignmentFlag.AlignHCenter)


def _words() -> str:
    return QCoreApplication.translate("Popover", "Sample data, not your own")
