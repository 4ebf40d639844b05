"""The popover's content from top to bottom: takes a finished view and lays it out."""

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outlay.domain.pictures import FaceState, Mark, StripChart
from outlay.painting.card import SHADOW_MARGIN, paint_card
from outlay.painting.look import Look
from outlay.presenters.popover import PopoverView
from outlay.ui.parts.band import SampleBand
from outlay.ui.parts.first import FirstLookCard
from outlay.ui.parts.foot import FootBar
from outlay.ui.parts.header import PeriodTabs
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.notice import NextStepNotice
from outlay.ui.parts.painted import PairWidget, QuotaWidget, StripWidget
from outlay.ui.parts.paragraph import Paragraph, Rule
from outlay.ui.parts.rows import ListHead, RowList, rows_height

_ABOVE_PAIR = 14
_ABOVE_STRIP = 14
_ABOVE_RUNNING = 6
_MARKS = {FaceState.STALE: Mark.STALE, FaceState.FAILING: Mark.FAILING}
_LEAST_ROWS = 2


class Room(NamedTuple):
    """The height of the card: above `most` its list scrolls, up to `least` it has room to spare."""

    most: int
    least: int = 0


class Card(QWidget):
    """Everything the popover shows, at a known size."""

    period_wanted = Signal(object)
    page_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None, *, rounded: bool = False) -> None:
        super().__init__(parent)
        self.look = look
        self._rounded = rounded
        self._column = QVBoxLayout(self)
        self.band, self.tabs = SampleBand(look), PeriodTabs(look)
        self.pair, self.strip = PairWidget(look), StripWidget(look)
        self.running, self.head, self.rows = RowList(look), ListHead(look), RowList(look)
        self.notice, self.first = NextStepNotice(look), FirstLookCard(look)
        self.windows_rule, self.windows = Rule(look), QuotaWidget(look)
        self.as_of_rule, self.as_of = Rule(look), Paragraph(look, "small", "text.second", air=10)
        self.foot = FootBar(look)
        self._spare = QWidget()
        self.band.rounded = rounded
        self.strip.readout.connect(self.head.show_readout)
        self.tabs.chosen.connect(self.period_wanted)
        self.rows.row_opened.connect(self.page_wanted)
        self.running.row_opened.connect(self.page_wanted)
        self._lay_out()

    @property
    def margin(self) -> int:
        """Room for the shadow on every side."""
        return SHADOW_MARGIN if self._rounded else 0

    def card_width(self) -> int:
        """The card's own width; it grows with the text, because figures never shrink."""
        return round(self.look.size("size.popover_width") * self.look.text_scale)

    def inner_width(self) -> int:
        """The width between the pads."""
        return self.card_width() - 2 * round(self.look.size("size.popover_pad"))

    def take_look(self, look: Look) -> None:
        """Draw everything by another look; the next view settles the sizes."""
        self.look = look
        parts: tuple[Looked, ...] = (
            self.band,
            self.tabs,
            self.pair,
            self.strip,
            self.head,
            self.notice,
            self.first,
        )
        below: tuple[Looked, ...] = (
            self.windows_rule,
            self.windows,
            self.as_of_rule,
            self.as_of,
            self.foot,
        )
        for part in (*parts, *below):
            part.take_look(look)
        self.update()

    def show_view(
        self,
        view: PopoverView,
        strip: StripChart,
        room: Room,
        *,
        beside: tuple[PopoverView, ...] = (),
    ) -> None:
        """Show a view in a room; it is as high as the highest of the views `beside` it, the other periods'."""
        width = self.inner_width()
        self.band.show_sample(sample=view.sample)
        self.tabs.show_period(view.chosen, view.range, (other.range for other in beside))
        self.pair.show_pair(view.pair, width, (other.pair for other in beside))
        self.strip.show_chart(strip)
        self._show_list(view)
        self.notice.show_step(view.next_step, width)
        self._show_first(view, width)
        self.windows.show_quotas(view.quotas)
        self.windows_rule.setVisible(bool(view.quotas))
        mark, kept = _MARKS.get(view.foot.state, Mark.NONE), self.as_of.lines if room.least else 0
        self.as_of.show_text(view.foot.text, width, mark, max(view.foot.lines, kept))
        self.foot.show_paused(paused=view.paused)
        self._order_focus()
        rows = max(rows_height(one.rows, self.look) for one in (view, *beside))
        self._settle(room, rows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground under everything."""
        margin = self.margin
        card = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        paint_card(QPainter(self), card, self.foot.geometry().top(), self.look, rounded=self._rounded)

    def buttons(self) -> tuple[QWidget, ...]:
        """Everything that can be pressed, in reading order."""
        return (
            *self.tabs.tabs(),
            self.notice.button,
            self.first.button,
            self.first.sample_button,
            *self.foot.buttons(),
        )

    def _show_list(self, view: PopoverView) -> None:
        shown = view.first is None
        self.rows.show_rows(view.rows, self.look, written=view.columns)
        self.head.show_title(view.heading, self.rows.columns)
        self.head.setVisible(shown)
        self.rows.setVisible(shown)
        self.running.show_rows((view.running,) if view.running else (), self.look, closed=True)
        self.running.setVisible(view.running is not None)
        self.running.setFixedHeight(self.running.natural_height())

    def _show_first(self, view: PopoverView, width: int) -> None:
        self.first.setVisible(view.first is not None)
        if view.first:
            self.first.show_first(view.first, width)

    def _order_focus(self) -> None:
        """Rows are made anew with every view and come last in Qt's order, which takes only what can be focused."""
        rows = (*self.running.rows, *self.rows.rows)
        order: tuple[QWidget, ...] = (
            *self.tabs.tabs(),
            *rows,
            self.notice.button,
            self.first.button,
            *self.foot.buttons(),
        )
        policies = [part.focusPolicy() for part in order]
        for part in order:
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
        for part, policy in zip(order, policies, strict=True):
            part.setFocusPolicy(policy)

    def _settle(self, room: Room, rows: int) -> None:
        natural = self.rows.natural_height()
        self.rows.setFixedHeight(natural)
        self._spare.setFixedHeight(0)
        wished, most = self._wished_height(), room.most + 2 * self.margin
        spare = min(max(wished + rows - natural, room.least), most) - wished
        if spare < 0 and self.rows.rows:
            least = min(natural, _LEAST_ROWS * self.rows.rows[0].height())
            self.rows.setFixedHeight(max(least, natural + spare))
        self._spare.setFixedHeight(max(0, spare))
        self.setFixedSize(self.card_width() + 2 * self.margin, self._wished_height())

    def _wished_height(self) -> int:
        self._column.activate()
        return self._column.sizeHint().height()

    def _lay_out(self) -> None:
        margin = self.margin
        column = self._column
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.tabs)
        column.addSpacing(_ABOVE_PAIR)
        column.addLayout(self._padded(self.pair))
        column.addSpacing(_ABOVE_STRIP)
        inside: tuple[QWidget, ...] = (
            self.strip,
            self.running,
            self.head,
            self.rows,
            self.notice,
            self.first,
        )
        for part in inside:
            column.addLayout(self._padded(part, _ABOVE_RUNNING if part is self.running else 0))
        column.addWidget(self._spare)
        column.addWidget(self.windows_rule)
        column.addWidget(self.windows)
        column.addWidget(self.as_of_rule)
        column.addLayout(self._padded(self.as_of))
        column.addWidget(self.foot)

    def _padded(self, part: QWidget, above: int = 0) -> QHBoxLayout:
        pad = round(self.look.size("size.popover_pad"))
        row = QHBoxLayout()
        row.setContentsMargins(pad, above, pad, 0)
        row.addWidget(part)
        return row
