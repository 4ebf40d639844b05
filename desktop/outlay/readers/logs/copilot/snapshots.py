"""Reads a chat session that is kept as one whole JSON value, from which only what is new is handed over."""

import os
from collections.abc import Callable
from pathlib import Path

from msgspec import msgpack

from outlay.domain.batches import Batch, Bookmark
from outlay.domain.moments import UtcMillis
from outlay.domain.problems import ProblemKind
from outlay.readers.logs.copilot.chats import Chat
from outlay.readers.logs.copilot.databases import Source, trouble_batch
from outlay.readers.logs.copilot.line_files import Kept, is_overtaken, kept_in
from outlay.readers.logs.copilot.places import READER_ID, VERSION
from outlay.readers.logs.copilot.yields import Claims, Yields
from outlay.readers.logs.lines import LONGEST_LINE, Start, Tally, mark_of, trouble_of

MakeChat = Callable[[Source, bytes, Yields], Chat]


def read_snapshot(path: str, bookmark: Bookmark | None, claims: Claims, make: MakeChat) -> Batch:
    """Facts of a session that are new since the bookmark; anew where a claim came since."""
    try:
        with Path(path).open("rb") as file:
            mark = mark_of(os.fstat(file.fileno()))
            raw = file.read(LONGEST_LINE + 1)
    except OSError as error:
        return trouble_batch(path, trouble_of(error))
    anew = is_overtaken(bookmark, claims)
    start = _start(bookmark, mark[:2], anew=anew)
    before = kept_in(bookmark)
    source = Source(path, UtcMillis(mark.mtime_ns // 1_000_000), Tally(READER_ID, path))
    yields = before.yields.anew() if start.replaces else before.yields
    chat = make(source, start.state, yields)
    if len(raw) > LONGEST_LINE:
        source.tally.count(ProblemKind.TOO_LONG, 1)
    else:
        chat.take_root(raw, 1)
    batch = chat.batch()
    batch.problems = source.tally.take()
    batch.bytes_read = max(len(raw) - start.offset, 0)
    batch.bookmark = Bookmark(mark, len(raw), 0, "", msgpack.encode(Kept(yields, chat.state())), VERSION)
    batch.replaces, batch.supersedes = start.replaces, anew
    return batch


def _start(bookmark: Bookmark | None, identity: tuple[int, int], *, anew: bool) -> Start:
    if bookmark is None:
        return Start()
    same = not anew and bookmark.version == VERSION and bookmark.mark[:2] == identity
    return Start(bookmark.offset, 0, kept_in(bookmark).state) if same else Start(replaces=True)
