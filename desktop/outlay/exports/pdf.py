"""The page as a vector PDF: the same painter as the preview, the shipped typeface, text that can be selected."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from uuid import UUID, uuid5

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

from outlay.domain.shared_page import SharedPage
from outlay.domain.shared_summary import SharedSummary
from outlay.domain.sharing import Paper
from outlay.exports.pdf_rewrite import set_right, xmp_of
from outlay.painting.look import Look
from outlay.painting.paper_look import PaperLook
from outlay.painting.shared_page import paint_sheet_number, plan_shared_page
from outlay.painting.sheet_plan import A4, LETTER, Sheet, SheetSize, paint_sheet
from outlay.painting.tokens import LIGHT, load_tokens
from outlay.painting.type import load_inter
from outlay.presenters.shared_page import page_of
from outlay.system.resources import resource_path

_PAPERS = {
    Paper.A4: (A4, QPageSize.PageSizeId.A4),
    Paper.LETTER: (LETTER, QPageSize.PageSizeId.Letter),
}
_DOTS_PER_INCH = 96
_SPACE = UUID("7c9f0d0e-5d0b-5a55-9b2c-6f1f5a1d5e1a")
"""The name space of the ids of these documents."""


def file_of(summary: SharedSummary, paper: Paper) -> bytes:
    """The file. The only day in it is that of the figures; its id hangs on what is on the page."""
    page = page_of(summary)
    _application()
    with _one_order():
        made = _drawn(page, paper, summary.notes.as_of)
    return set_right(made, summary.notes.as_of)


def _drawn(page: SharedPage, paper: Paper, day: date) -> bytes:
    size, kind = _PAPERS[paper]
    identity = uuid5(_SPACE, repr((page, paper)))
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(page.title)
    writer.setCreator("Outlay")
    writer.setPageSize(QPageSize(kind))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setDocumentId(QUuid(f"{{{identity}}}"))
    writer.setDocumentXmpMetadata(QByteArray(xmp_of(page.title, identity, day)))
    look = paper_look()
    _paint(writer, plan_shared_page(page, size, look), size, look)
    buffer.close()
    return bytes(made.data())


@contextmanager
def _one_order() -> Iterator[None]:
    """Qt writes a file's typefaces in the order of a hash, whose seed is another one in each process."""
    QHashSeed.setDeterministicGlobalSeed()
    try:
        yield
    finally:
        QHashSeed.resetRandomGlobalSeed()


@cache
def paper_look() -> Look:
    """How everything looks on paper: light, at its own size, whatever the screen is set to."""
    return PaperLook(load_tokens(resource_path("look/tokens.json"), LIGHT), load_inter(resource_path))


def _paint(writer: QPdfWriter, sheets: tuple[Sheet, ...], size: SheetSize, look: Look) -> None:
    painter = QPainter(writer)
    for at, sheet in enumerate(sheets):
        if at:
            writer.newPage()
        paint_sheet(painter, sheet)
        paint_sheet_number(painter, at + 1, len(sheets), size, look)
    painter.end()


def _application() -> QGuiApplication:
    """The one that runs, or one without a screen: fonts need it."""
    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else _unseen()


@cache
def _unseen() -> QGuiApplication:
    return QGuiApplication(["outlay", "-platform", "offscreen"])
