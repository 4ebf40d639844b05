"""The page as one HTML file: no script, nothing from outside, every text escaped."""

from html import escape

from outlay.domain.charts import WhereStrip
from outlay.domain.pictures import Mark
from outlay.domain.shared_page import PageBlock, PageTable, SharedPage
from outlay.domain.shared_summary import SharedSummary
from outlay.domain.sharing import Paper
from outlay.presenters.shared_page import page_of

_SIGNS = {
    Mark.PULL_REQUEST: "\u25cf",
    Mark.COMMIT: "\u25cb",
    Mark.TICKET: "\u25c6",
    Mark.BY_HAND: "\u25a0",
    Mark.OPEN: "\u25cc",
    Mark.SET_ASIDE: "\u2013",
    Mark.NOT_LINKED: "\u25a1",
}
_SHIPPED = frozenset({Mark.PULL_REQUEST, Mark.COMMIT, Mark.TICKET, Mark.BY_HAND})
_STYLE = """
body { font: 15px/22px Inter, system-ui, sans-serif; color: #1b2033; background: #fff; max-width: 42em;
  margin: 3em auto; padding: 0 1.5em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
h1 { font-size: 22px; line-height: 28px; font-weight: 600; margin: 0 0 1em }
h2 { font-size: 15px; font-weight: 600; margin: 1.4em 0 .2em }
p { margin: 0 0 .5em; white-space: pre-line }
table { border-collapse: collapse; width: 100%; margin: .2em 0 .6em }
th { text-align: start; font-size: 12px; font-weight: 500; color: #5e647a; border-bottom: 1px solid #b9bccb }
td { border-bottom: 1px solid #dcdee6; vertical-align: top }
th, td { padding: .2em .8em .2em 0 } .figure { text-align: end; padding-right: 0; white-space: nowrap }
.mark { width: 1.4em; color: #5e647a } .shipped { color: #2c7a4b }
tfoot td { font-weight: 600; border-top: 1px solid #1b2033; border-bottom: 3px double #1b2033 }
.strip { display: flex; gap: 1px; height: 14px; margin: .4em 0 } .strip div { border: 1px solid #1b2033; box-sizing: border-box }
.strip .pull_request { background: #2c7a4b } .strip .open { background: #fff; border-style: dashed }
.strip .set_aside { background: #9498a8 } .strip .not_linked { background: #eceae4 }
footer { border-top: 1px solid #b9bccb; margin-top: 2em; padding-top: .6em; font-size: 12px; line-height: 17px; color: #5e647a }
@page { margin: 18mm } @media print { body { margin: 0; max-width: none; padding: 0 } }
"""


def file_of(summary: SharedSummary, paper: Paper) -> bytes:  # noqa: ARG001  a browser knows its own paper
    """The file."""
    return _document(page_of(summary)).encode("utf-8", "replace")


def _document(page: SharedPage) -> str:
    notice = f"<p><em>{escape(page.notice)}</em></p>\n" if page.notice else ""
    blocks = "".join(map(_block, page.blocks))
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in page.notes)
    return (
        f'<!doctype html>\n<html lang="{escape(page.language)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(page.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(page.title)}</h1>\n{notice}{blocks}</main>\n<footer>\n{notes}</footer>\n</body>\n</html>\n"
    )


def _block(block: PageBlock) -> str:
    strip = _strip(block.strip) if block.strip else ""
    table = _table(block.table) if block.table else ""
    before, after = (_paragraphs(texts) for texts in (block.paragraphs, block.after))
    return f"<section>\n<h2>{escape(block.heading)}</h2>\n{before}{strip}{table}{after}</section>\n"


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f'<p dir="auto">{escape(text)}</p>\n' for text in texts)


def _strip(strip: WhereStrip) -> str:
    """In whole parts of a thousand; the table below says the same in figures."""
    whole = max(1, strip.total)
    parts = "".join(
        f'<div class="{part.mark}" style="flex:{max(5, 1000 * part.direct // whole)}"></div>'
        for part in strip.parts
    )
    return f'<div class="strip" aria-hidden="true">{parts}</div>\n'


def _table(table: PageTable) -> str:
    head = "".join(
        _cell("th", text, right=right) for text, right in zip(table.head, table.figures, strict=True)
    )
    rows = "".join(f"<tr>{_mark(row.mark)}{_cells(row.cells, table.figures)}</tr>\n" for row in table.rows)
    foot = f"<tfoot><tr><td></td>{_cells(table.total, table.figures)}</tr></tfoot>\n" if table.total else ""
    return f"<table>\n<thead><tr><th></th>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n{foot}</table>\n"


def _mark(mark: Mark) -> str:
    name = "mark shipped" if mark in _SHIPPED else "mark"
    return f'<td class="{name}" aria-hidden="true">{_SIGNS.get(mark, "")}</td>'


def _cells(cells: tuple[str, ...], figures: tuple[bool, ...]) -> str:
    return "".join(_cell("td", text, right=right) for text, right in zip(cells, figures, strict=True))


def _cell(tag: str, text: str, *, right: bool) -> str:
    name = ' class="figure"' if right else ' dir="auto"'
    return f"<{tag}{name}>{escape(text)}</{tag}>"
