"""The pane of the Shipped page: one item from its first prompt on, and what can be corrected about it."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from outlay.charts.timeline import timeline_of
from outlay.domain.shipped_page import OpenItem
from outlay.domain.tables import Table
from outlay.domain.words import Notice, Run
from outlay.painting.look import Look
from outlay.painting.signs import paint_cross
from outlay.presenters.pages.shipped_pane import CHANGE, PaneView, pane_view
from outlay.ui.parts.buttons import ButtonKind, TextButton
from outlay.ui.parts.figure_pair import FigurePairWidget
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.notice_bar import NoticeBar
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.scrolling import scrolling
from outlay.ui.parts.section_head import SectionHead
from outlay.ui.parts.table import LedgerTable
from outlay.ui.parts.timeline import TimelineWidget
from outlay.ui.parts.words import WordsLabel

_LEFT, _RIGHT, _TOP = 24, 22, 22
_BETWEEN = 14
_BELOW = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NOTE = "note"
UNDO = "undo:"


class ShippedPane(QWidget):
    """Signals name what is wished for.

    Signals:
        link_followed: an address to open, a name to copy, the note, or an act to take back.
        item_wanted: another item's key.
        session_wanted: a session as `tool/id`.
        correct_wanted: a session as `tool/id` that belongs elsewhere.
        act_wanted: `link`, `split`, `dismiss` or `how`.
        close_wanted: the pane is to go.
    """

    link_followed = Signal(str)
    item_wanted = Signal(str)
    session_wanted = Signal(str)
    correct_wanted = Signal(str)
    act_wanted = Signal(str)
    close_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.view: PaneView | None = None
        self._open: OpenItem | None = None
        self._zone: ZoneInfo | None = None
        self.heading = Paragraph(look, "title", "text.ink")
        self.close_button = CloseButton(look)
        self.references = WordsLabel(look, "small", "text.second")
        self.notice = NoticeBar(look)
        self.pair = FigurePairWidget(look)
        self.line = TimelineWidget(look)
        self.readout = Paragraph(look, "small", "text.second")
        self.phases, self.evidence = LedgerTable(look), LedgerTable(look)
        self.times = WordsLabel(look, "small", "text.second")
        told = QCoreApplication.translate("Shipped", "Evidence")
        self.evidence_head = SectionHead(look, told)
        self.agent = Paragraph(look, "small", "text.second")
        self.own = WordsLabel(look, "small", "text.second")
        self.parts = LedgerTable(look, one_click=True)
        self.fixes = LedgerTable(look, one_click=True)
        self.sessions = LedgerTable(look, one_click=True)
        self.beside = Paragraph(look, "small", "text.third")
        self.acts = PaneActs(look)
        self._lay_out()
        self._connect()

    def show_item(self, found: OpenItem, zone: ZoneInfo) -> None:
        """Show an item; another one from its top."""
        other = self._open is None or self._open.story.item.item != found.story.item.item
        self._open, self._zone = found, zone
        self.view = view = pane_view(found, zone)
        self.setAccessibleName(view.title)
        self.notice.show_notice(None)
        self.pair.show_pair(view.pair)
        self.line.show_chart(timeline_of(found.story, zone))
        for table, shown in self._tables(view):
            table.show_table(shown)
            table.setVisible(bool(shown.rows))
        self.evidence_head.setVisible(bool(view.evidence.rows))
        self.acts.allow_split(bool(view.sessions.rows))
        self._show_texts()
        if other:
            self._area.verticalScrollBar().setValue(0)

    def say(self, title: str, notice: Notice) -> None:
        """The item cannot be shown: why, in place of it."""
        self.view = self._open = None
        for part in self._item_parts():
            part.hide()
        self.setAccessibleName(title)
        self.heading.show_text(title, self._heading_width())
        self.notice.show_notice(notice, self._width())

    def focus_first(self) -> None:
        """Put the keyboard into the pane, on the first table that can be walked."""
        first = next((table for table in (self.sessions, self.parts) if table.isVisible()), None)
        others = self.acts.link if self.acts.isVisible() else self.close_button
        target: QWidget = first.view if first is not None else others
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_focus(self) -> bool:
        """Whether the keyboard is in the pane."""
        held = self.window().focusWidget() if self.isVisible() else None
        return held is not None and (held is self or self.isAncestorOf(held))

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self.look = look
        parts: tuple[Looked, ...] = (
            self.heading, self.close_button, self.references, self.notice, self.pair, self.line, self.readout,
            self.phases, self.times, self.evidence, self.agent, self.own, self.parts, self.fixes, self.sessions, self.beside,
            self.evidence_head, self.acts,
        )  # fmt: skip
        for part in parts:
            part.take_look(look)
        self._show_texts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width sets the texts anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self._show_texts()

    def _tables(self, view: PaneView) -> tuple[tuple[LedgerTable, Table], ...]:
        return (
            (self.phases, view.phases),
            (self.evidence, view.evidence),
            (self.parts, view.parts),
            (self.fixes, view.fixes),
            (self.sessions, view.sessions),
        )

    def _item_parts(self) -> tuple[QWidget, ...]:
        """What there is only while an item is shown."""
        return (
            self.references, self.pair, self.line, self.readout, self.phases, self.times, self.evidence_head, self.evidence,
            self.agent, self.own, self.parts, self.fixes, self.sessions, self.beside, self.acts,
        )  # fmt: skip

    def _heading_width(self) -> int:
        return self._width() - self.close_button.width() - 8

    def _width(self) -> int:
        return max(120, self.width() - _LEFT - _RIGHT)

    def _show_texts(self) -> None:
        width = self._width()
        self._content.setFixedWidth(self.width())
        self.acts.take_width(width)
        view = self.view
        if view is None:
            return
        self.heading.show_text(view.title, self._heading_width())
        self.references.show_words(view.references, width)
        self.readout.show_text(" ", width)
        self.times.show_words(view.times, width)
        self.agent.show_text(" ".join(one for one in (view.agent, *view.notes) if one), width)
        self.own.show_words(self._own_words(view), width)
        self.beside.show_text(view.beside, width)
        for part in (self.pair, self.line, self.acts):
            part.show()

    @staticmethod
    def _own_words(view: PaneView) -> tuple[Run, ...]:
        """What the owner said with its Undo, and the note."""
        told = QCoreApplication.translate
        runs: list[Run] = []
        for word in view.own:
            runs += [Run(f"{word.text} "), Run(told("Shipped", "Undo"), link=f"{UNDO}{word.act}"), Run("  ")]
        note = told("Shipped", "Change the note\u2026") if view.note else told("Shipped", "Add a note\u2026")
        return (*runs, Run(note, link=NOTE))

    def _read_out(self, text: str) -> None:
        self.readout.show_text(text or " ", self._width())

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_wanted)
        self.notice.link_wanted.connect(self.link_followed)
        self.references.link_wanted.connect(self.link_followed)
        self.times.link_wanted.connect(self.link_followed)
        self.own.link_wanted.connect(self.link_followed)
        self.line.readout.connect(self._read_out)
        self.parts.activated.connect(self.item_wanted)
        self.fixes.activated.connect(self.item_wanted)
        self.sessions.activated.connect(self.session_wanted)
        self.sessions.link_wanted.connect(
            lambda _row, what: self.correct_wanted.emit(what.removeprefix(CHANGE))
        )
        self.acts.wanted.connect(self.act_wanted)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._content = QWidget()
        held = QVBoxLayout(self._content)
        held.setContentsMargins(_LEFT, _TOP, _RIGHT, _BETWEEN)
        held.setSpacing(_BETWEEN)
        together: tuple[tuple[int, tuple[QWidget, ...]], ...] = (
            (0, (self.notice, self.pair)),
            (2, (self.line, self.readout, self.phases)),
            (0, (self.times,)),
            (0, (self.evidence_head, self.evidence)),
            (0, (self.agent,)),
            (0, (self.own,)),
            (0, (self.parts,)),
            (0, (self.fixes,)),
            (0, (self.sessions,)),
            (0, (self.beside,)),
        )
        titled = _column(2, ())
        titled.addLayout(head)
        titled.addWidget(self.references)
        held.addLayout(titled)
        for between, parts in together:
            held.addLayout(_column(between, parts))
        held.addStretch(1)
        self._area = scrolling(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(_LEFT, _BELOW, _RIGHT, _TOP - 2)
        foot.addWidget(self.acts)
        column.addLayout(foot)


def _column(between: int, parts: tuple[QWidget, ...]) -> QVBoxLayout:
    """Parts that belong together; hidden ones take no room."""
    column = QVBoxLayout()
    column.setSpacing(between)
    for part in parts:
        column.addWidget(part)
    return column


class CloseButton(QAbstractButton):
    """A cross; Esc does the same."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(told("Shipped", "Close"))
        self.setToolTip(told("Shipped", "Close (Esc)"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.take_look(look)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        self._look = look
        side = round(24 * look.text_scale)
        self.setFixedSize(QSize(side, side))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cross."""
        painter, rect = QPainter(self), QRectF(self.rect())
        if self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("surface.hover"))
            painter.drawRoundedRect(rect, 6, 6)
        centre = QPointF(rect.center())
        paint_cross(painter, centre, self._look.color("text.second"), 1.1 * self._look.text_scale)


class PaneActs(QWidget):
    """The row at the bottom of the pane; on two lines where it finds no room."""

    wanted = Signal(str)
    _gap = 8

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = QCoreApplication.translate
        self.link = TextButton(told("Shipped", "Link a session\u2026"), ButtonKind.PLAIN, look, self)
        self.split = TextButton(told("Shipped", "Split\u2026"), ButtonKind.PLAIN, look, self)
        self.dismiss = TextButton(told("Shipped", "Dismiss"), ButtonKind.PLAIN, look, self)
        self.how = TextButton(told("Shipped", "How?"), ButtonKind.QUIET, look, self)
        self._width = 0
        for name, button in (
            ("link", self.link),
            ("split", self.split),
            ("dismiss", self.dismiss),
            ("how", self.how),
        ):
            button.clicked.connect(lambda _on=False, name=name: self.wanted.emit(name))

    def allow_split(self, allowed: bool) -> None:  # noqa: FBT001  a state
        """Without a session there is nothing to split."""
        self.split.setEnabled(allowed)
        self.split.update()

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        for button in self._buttons():
            button.take_look(look)
        self.take_width(self._width)

    def take_width(self, width: int) -> None:
        """Stand side by side, How? at the right; what finds no room begins another line."""
        self._width = width
        left, top = 0, 0
        for button in self._buttons():
            if left and left + button.width() > width:
                left, top = 0, top + button.height() + self._gap
            at = width - button.width() if button is self.how else left
            button.move(max(0, at), top + (self.link.height() - button.height()) // 2)
            left += button.width() + self._gap
        self.setFixedHeight(top + self.link.height())

    def _buttons(self) -> tuple[TextButton, ...]:
        return self.link, self.split, self.dismiss, self.how
