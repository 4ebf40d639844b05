"""Reads one file of Cursor's, by what it is."""

from collections.abc import Iterator
from typing import Final

from outlay.domain.batches import Batch, Bookmark
from outlay.readers.interface import LogFile, PackLines
from outlay.readers.logs.cursor.commits import commit_facts
from outlay.readers.logs.cursor.conversations import conversation_facts
from outlay.readers.logs.cursor.databases import FactsOf, read_database
from outlay.readers.logs.cursor.old_transcripts import read_old_transcript
from outlay.readers.logs.cursor.places import Kind, kind_of
from outlay.readers.logs.cursor.transcripts import read_transcript
from outlay.readers.logs.cursor.windows import window_facts

_FACTS: Final[dict[Kind, FactsOf]] = {
    Kind.CONVERSATIONS: conversation_facts,
    Kind.WINDOW: window_facts,
    Kind.COMMITS: commit_facts,
}


def read_file(file: LogFile, bookmark: Bookmark | None, pack_lines: PackLines) -> Iterator[Batch]:
    """Facts of a database or a transcript from the bookmark on."""
    kind = kind_of(file.path)
    if kind in _FACTS:
        return read_database(file, bookmark, _FACTS[kind])
    read = read_old_transcript if kind is Kind.OLD_TRANSCRIPT else read_transcript
    return read(file, bookmark, pack_lines)
