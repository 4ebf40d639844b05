"""The where-it-went strip as a widget: parts by pointer or arrows."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from outlay.domain.charts import WhereStrip
from outlay.painting.where_strip import STRIP, paint_where_strip, strip_pieces
from outlay.ui.parts.chart import ChartWidget

_AIR = 5


class WhereStripWidget(ChartWidget):
    """A period's money in one bar; what a part says is told by `readout`."""

    strip: WhereStrip | None = None

    def show_strip(self, strip: WhereStrip) -> None:
        """Show another strip."""
        self.strip = strip
        self.describe(strip.spoken)

    def fit(self) -> None:
        """The bar, with room to point at it."""
        self.setFixedHeight(round(STRIP) + 2 * _AIR)

    def places(self) -> int:
        """The parts, and the box for what has no price."""
        return len(self.strip.parts) + bool(self.strip.unpriced) if self.strip else 0

    def place_at(self, at: QPointF) -> int | None:
        """The part below a point."""
        if self.strip is None:
            return None
        pieces = strip_pieces(self._bar(), self.strip)
        return next((one.part for one in pieces if one.rect.left() - 1 <= at.x() <= one.rect.right()), None)

    def words_of(self, place: int) -> str:
        """The part and its amounts."""
        if self.strip is None:
            return ""
        return self.strip.parts[place].spoken if place < len(self.strip.parts) else self.strip.unpriced

    def paint(self, painter: QPainter) -> None:
        """Draw the bar."""
        if self.strip:
            paint_where_strip(painter, self._bar(), self.strip, self.look, self.lit)

    def _bar(self) -> QRectF:
        return QRectF(0, _AIR, self.width(), STRIP)
