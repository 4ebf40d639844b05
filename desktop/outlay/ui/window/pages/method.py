"""The Method page: contents at the left, every rule in a readable measure."""

from itertools import chain

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from outlay.app import App
from outlay.domain.agent_actions import AgentActions
from outlay.domain.moments import Period
from outlay.domain.words import Run
from outlay.painting.look import Look
from outlay.presenters.pages.method import MethodView, method_view
from outlay.presenters.pages.method_section import Section
from outlay.ui.parts.links import LinkButton
from outlay.ui.parts.looked import Looked
from outlay.ui.parts.paragraph import Paragraph
from outlay.ui.parts.table import LedgerTable
from outlay.ui.parts.words import WordsLabel
from outlay.ui.window.page import Page

_CONTENTS = 176
_GAP = 40
_MEASURE = 640
_SECTION_GAP = 26
_PARAGRAPH_GAP = 8


class SectionPart(QWidget):
    """Heading, paragraphs, and a table where the section has one."""

    def __init__(self, section: Section, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.heading = Paragraph(look, "heading", "text.ink")
        self.paragraphs = tuple(Paragraph(look, "body", "text.second") for _ in section.paragraphs)
        self.table = LedgerTable(look) if section.table else None
        self.setAccessibleName(section.heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_PARAGRAPH_GAP)
        for part in (self.heading, *self.paragraphs, *((self.table,) if self.table else ())):
            column.addWidget(part)
        if self.table and section.table:
            self.table.show_table(section.table)

    def take_width(self, width: int) -> None:
        """Break its words to a width."""
        self.heading.show_text(self.section.heading, width)
        for part, text in zip(self.paragraphs, self.section.paragraphs, strict=True):
            part.show_text(text, width)
        if self.table:
            self.table.setFixedWidth(width)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        parts: tuple[Looked, ...] = (self.heading, *self.paragraphs, *((self.table,) if self.table else ()))
        for part in parts:
            part.take_look(look)


class MethodPage(Page):
    """Its sections are made once; the counts of agent actions follow the period."""

    name = "method"

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._wanted = ""
        self._width = 0
        self._narrow = False
        self.sections: dict[str, SectionPart] = {}
        self.links: list[LinkButton] = []
        self.version = Paragraph(look, "small", "text.third")
        self.flow = WordsLabel(look)
        self.flow.link_wanted.connect(self.open_subject)
        self._contents = QVBoxLayout()
        self._contents.setSpacing(2)
        self._contents.addWidget(self.version)
        self._contents.addWidget(self.flow)
        self._contents.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body = QVBoxLayout()
        self._body.setSpacing(_SECTION_GAP)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addLayout(self._contents)
        self._row.addLayout(self._body)
        self._row.addStretch(1)

    def title(self) -> str:
        """The page's name."""
        return QCoreApplication.translate("Window", "Method")

    def ask(self, app: App, period: Period) -> AgentActions:
        """What agents did in the period; the rules need no reading."""
        return app.agent_actions(period)

    def show_answer(self, answer: object, _app: App) -> None:
        """Show the rules with an AgentActions."""
        if not isinstance(answer, AgentActions):
            raise TypeError(type(answer).__name__)
        view = method_view(answer)
        if not self.sections:
            self._make(view)
        self._show_counts(view)
        self._show_contents()
        self._set(self._width)
        QTimer.singleShot(0, self._go)

    def open_subject(self, subject: object) -> None:
        """Bring a section into sight, by its anchor."""
        self._wanted = str(subject)
        QTimer.singleShot(0, self._go)

    def take_width(self, width: int, *, narrow: bool) -> None:
        """Contents beside the rules, above them where there is no room."""
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._narrow = narrow
        self._width = width if narrow else width - self._side() - _GAP
        self._show_contents()
        self._set(self._width)

    def take_look(self, look: Look) -> None:
        """Draw by another look."""
        super().take_look(look)
        parts: tuple[Looked, ...] = (self.version, self.flow, *self.links, *self.sections.values())
        for part in parts:
            part.take_look(look)
        self._set(self._width)

    def _make(self, view: MethodView) -> None:
        self.version.show_text(view.version, self._side())
        for section in view.sections:
            link = LinkButton(section.heading, self.look)
            link.clicked.connect(lambda _on=False, anchor=section.anchor: self.open_subject(anchor))
            self.links.append(link)
            self._contents.addWidget(link)
            part = SectionPart(section, self.look)
            self.sections[section.anchor] = part
            self._body.addWidget(part)
        self._contents.addStretch(1)
        self._body.addStretch(1)

    def _show_contents(self) -> None:
        """A column of links beside the rules, a paragraph of them above."""
        for link in self.links:
            link.setVisible(not self._narrow)
        between = Run(" \u00b7 ", quiet=True)
        told = [(Run(part.section.heading, link=anchor), between) for anchor, part in self.sections.items()]
        words = tuple(chain.from_iterable(told))[:-1]
        self.flow.show_words(words if self._narrow else (), self._width)

    def _side(self) -> int:
        return round(_CONTENTS * self.look.text_scale)

    def _show_counts(self, view: MethodView) -> None:
        for section in view.sections:
            table = self.sections[section.anchor].table
            if table and section.table:
                table.show_table(section.table)

    def _set(self, width: int) -> None:
        measure = min(round(_MEASURE * self.look.text_scale), width)
        for part in self.sections.values():
            part.take_width(max(1, measure))

    def _go(self) -> None:
        part, area = self.sections.get(self._wanted), self._area()
        content = area.widget() if area else None
        if part is None or area is None or content is None or not self.isVisible():
            return
        self._wanted = ""
        QCoreApplication.sendPostedEvents(
            None, QEvent.Type.LayoutRequest
        )  # what is not laid out has no place yet
        area.verticalScrollBar().setValue(part.mapTo(content, QPoint()).y())

    def _area(self) -> QScrollArea | None:
        widget: QWidget | None = self.parentWidget()
        while widget is not None and not isinstance(widget, QScrollArea):
            widget = widget.parentWidget()
        return widget
