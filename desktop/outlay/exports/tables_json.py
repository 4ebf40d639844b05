"""The raw tables as one JSON document."""

import json

from outlay.domain.shared_summary import SharedSummary
from outlay.domain.sharing import Paper
from outlay.exports.raw_rows import tables_of
from outlay.presenters.shared_notes import RAW_WARNING
from outlay.presenters.tongue import tr

SCHEMA = "outlay.shared_summary/1"


def file_of(summary: SharedSummary, paper: Paper) -> bytes:  # noqa: ARG001  a table has no paper
    """The file; the warning stands before the tables."""
    told = {"schema": SCHEMA, "warning": tr(RAW_WARNING), **tables_of(summary)}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
