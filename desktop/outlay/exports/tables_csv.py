"""The raw tables as one CSV file: a row says which table it is of. No cell can become a formula."""

import csv
import io

from outlay.domain.shared_summary import SharedSummary
from outlay.domain.sharing import Paper
from outlay.exports.raw_rows import Row, tables_of
from outlay.presenters.shared_notes import RAW_WARNING
from outlay.presenters.tongue import tr
from outlay.rules.export_cells import cell_of

_TABLE = "table"


def file_of(summary: SharedSummary, paper: Paper) -> bytes:  # noqa: ARG001  a table has no paper
    """The file; the warning is its first row below the head."""
    tables = tables_of(summary)
    rows: list[Row] = [{_TABLE: "warning", "text": tr(RAW_WARNING)}]
    rows += [{_TABLE: name, **row} for name, told in tables.items() for row in told]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(columns)
    writer.writerows([cell_of(row.get(column)) for column in columns] for row in rows)
    return made.getvalue().encode("utf-8", "replace")
