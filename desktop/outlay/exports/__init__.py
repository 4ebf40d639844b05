"""Writes a shared summary as a file's bytes. Each writer takes the summary alone, so nothing else can get into a file."""

from collections.abc import Callable
from importlib import import_module

from outlay.domain.shared_summary import SharedSummary
from outlay.domain.sharing import FileFormat, Paper

Writer = Callable[[SharedSummary, Paper], bytes]

_FILES = {
    FileFormat.MARKDOWN: "markdown",
    FileFormat.HTML: "html",
    FileFormat.PDF: "pdf",
    FileFormat.CSV: "tables_csv",
    FileFormat.JSON: "tables_json",
}


def written(summary: SharedSummary, wanted: FileFormat, paper: Paper = Paper.A4) -> bytes:
    """The bytes of a file: the same for the same summary, language and machine. Only its own writer is imported."""
    writer: Writer = import_module(f"outlay.exports.{_FILES[wanted]}").file_of
    return writer(summary, paper)
