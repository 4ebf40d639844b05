"""Widgets that hold one picture each and paint it from the look."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from outlay.domain.pictures import Pair, QuotaBar, StripChart
from outlay.painting.look import Look
from outlay.painting.pair import POPOVER, PairForm, caption_lines, paint_pair, pair_height
from outlay.painting.rows import paint_quota, quota_columns
from outlay.painting.strip_chart import paint_strip, strip_height


class Painted(QWidget):
    """The base: a look, and a fixed height that follows it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.fit()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.look = look
        self.fit()
        self.update()

    def fit(self) -> None:
        """Set the height the look asks for."""


class PairWidget(Painted):
    """Spend beside what shipped."""

    pair: Pair | None = None
    _lines = 1

    def __init__(self, look: Look, parent: QWidget | None = None, form: PairForm = POPOVER) -> None:
        self._form = form
        super().__init__(look, parent)

    def show_pair(self, pair: Pair, width: int, beside: Iterable[Pair] = ()) -> None:
        """Show another pair and speak it; it takes the room of the highest of those beside it too."""
        self.pair = pair
        self._lines = max(caption_lines(width, one, self.look, self._form) for one in (pair, *beside))
        self.setAccessibleName(pair.spoken)
        self.setToolTip(pair.tip)
        self.fit()
        self.update()

    def fit(self) -> None:
        """Figure and caption."""
        self.setFixedHeight(round(pair_height(self.look, self._lines)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pair over the whole widget."""
        if self.pair:
            paint_pair(QPainter(self), QRectF(self.rect()), self.pair, self.look, self._form)


class StripWidget(Painted):
    """Fourteen days; the day under the pointer is read out elsewhere, nothing covers a bar."""

    readout = Signal(str)
    chart: StripChart | None = None
    hovered: int | None = None

    def show_chart(self, chart: StripChart) -> None:
        """Show another chart and describe it day by day."""
        self.chart = chart
        self.setAccessibleName(chart.spoken)
        self.setAccessibleDescription(". ".join(bar.spoken for bar in chart.bars))
        self.update()

    def fit(self) -> None:
        """Plot, marks and letters."""
        self.setFixedHeight(round(strip_height(self.look)))
        self.setMouseTracking(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out the day under the pointer."""
        if self.chart and self.width():
            self._hover(
                min(int(event.position().x() * len(self.chart.bars) / self.width()), len(self.chart.bars) - 1)
            )

    def leaveEvent(self, _event: QEvent) -> None:
        """Give the readout back."""
        self._hover(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strip over the whole widget."""
        if self.chart:
            paint_strip(QPainter(self), QRectF(self.rect()), self.chart, self.look, self.hovered)

    def _hover(self, day: int | None) -> None:
        if day != self.hovered:
            self.hovered = day
            self.readout.emit(self.chart.bars[day].readout if self.chart and day is not None else "")
            self.update()


class QuotaWidget(Painted):
    """Quota windows, one line each; without any it takes no room."""

    quotas: tuple[QuotaBar, ...] = ()
    _air = 10

    def show_quotas(self, quotas: tuple[QuotaBar, ...]) -> None:
        """Show other windows."""
        self.quotas = quotas
        self.setAccessibleName(". ".join(quota.spoken for quota in quotas))
        self.setVisible(bool(quotas))
        self.fit()
        self.update()

    def fit(self) -> None:
        """One step a window, with air above and below."""
        self.setFixedHeight(round(self._step() * len(self.quotas) + 2 * self._air))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every window."""
        painter = QPainter(self)
        pad = self.look.size("size.popover_pad")
        width = self.width() - 2 * pad
        columns = quota_columns(self.quotas, self.look, width)
        for number, quota in enumerate(self.quotas):
            rect = QRectF(pad, self._air + number * self._step(), width, self._step())
            paint_quota(painter, rect, quota, self.look, columns)

    def _step(self) -> float:
        return 20 * self.look.text_scale
