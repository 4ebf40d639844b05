"""The page for a 1:1 in words: headings, paragraphs and small tables, before any file format."""

from typing import NamedTuple

from outlay.domain.charts import WhereStrip
from outlay.domain.pictures import Mark


class PageRow(NamedTuple):
    """One row of a small table, with the mark before it."""

    mark: Mark
    cells: tuple[str, ...]


class PageTable(NamedTuple):
    """A small table: the first column takes what room is left; `figures` says which columns are set to the right."""

    head: tuple[str, ...]
    rows: tuple[PageRow, ...]
    figures: tuple[bool, ...]
    total: tuple[str, ...] = ()


class PageBlock(NamedTuple):
    """A part of the page under its heading."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    strip: WhereStrip | None = None
    table: PageTable | None = None
    after: tuple[str, ...] = ()


class SharedPage(NamedTuple):
    """The whole page; `language` is the ISO name of its words, `notes` stand at its foot."""

    title: str
    language: str
    blocks: tuple[PageBlock, ...]
    notes: tuple[str, ...]
    notice: str = ""
