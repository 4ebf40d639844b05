"""The page as Markdown with tables, as forges, wikis and note programs read it. Nothing in it is markup of others."""

import re

from outlay.domain.shared_page import PageBlock, PageTable, SharedPage
from outlay.domain.shared_summary import SharedSummary
from outlay.domain.sharing import Paper
from outlay.presenters.shared_page import page_of

_SIGNS = re.compile(r"([\\`*_\[\]<>|~$])")
_BEGINS = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")
_LINKED = re.compile(r"(?i)\b(https?|ftp|mailto)(:)|\b(www)(\.)")


def file_of(summary: SharedSummary, paper: Paper) -> bytes:  # noqa: ARG001  text has no paper
    """The file."""
    return _text(page_of(summary)).encode("utf-8", "replace")


def _text(page: SharedPage) -> str:
    parts = [f"# {_plain(page.title)}"]
    parts += [f"*{_plain(page.notice)}*"] if page.notice else []
    for block in page.blocks:
        parts += _block(block)
    parts += ["---", *(f"<sub>{_plain(note)}</sub>" for note in page.notes)]
    return "\n\n".join(parts) + "\n"


def _block(block: PageBlock) -> list[str]:
    told = [f"## {_plain(block.heading)}", *map(_paragraph, block.paragraphs)]
    if block.table:
        told.append(_table(block.table))
    return [*told, *map(_paragraph, block.after)]


def _paragraph(text: str) -> str:
    """Every line stays a line."""
    return "\\\n".join(_plain(line) for line in text.split("\n"))


def _table(table: PageTable) -> str:
    ruler = ["---:" if right else "---" for right in table.figures]
    rows = [table.head, *(row.cells for row in table.rows), *([table.total] if table.total else [])]
    lines = [_row([_plain(cell) for cell in cells]) for cells in rows]
    return "\n".join([lines[0], _row(ruler), *lines[1:]])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """A line of text that stays what it is in Markdown."""
    safe = _SIGNS.sub(r"\\\1", text.replace("&", "&amp;"))
    return _LINKED.sub(_unlinked, _BEGINS.sub(_escaped, safe))


def _escaped(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{found[1]}{sign}\\" if sign.isdigit() else f"{found[1]}\\{sign}"


def _unlinked(found: re.Match[str]) -> str:
    name, sign = (found[1], found[2]) if found[1] else (found[3], found[4])
    return f"{name}\\{sign}"
