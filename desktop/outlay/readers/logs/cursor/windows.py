"""The folders conversations belong to, out of `workspaceStorage/<window>/state.vscdb`.

Of its `ItemTable`, which also holds sign-in tokens, the two lists of conversations are asked for by name and nothing
else. The folder stands in `workspace.json` beside it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import msgspec
from xxhash import xxh3_64_intdigest

from outlay.domain.batches import Batch
from outlay.domain.usage import SessionFact
from outlay.readers.logs.cursor.databases import Slice, Source, columns_of
from outlay.readers.logs.cursor.records import PATH_LENGTH, ROWS, Heads, Window, session_key
from outlay.readers.logs.loose import clean, decoded
from outlay.system.other_databases import OtherDatabase

_LISTS: Final = (
    "select rowid, cast(value as blob) from ItemTable"
    " where key in ('composer.composerData', 'composer.composerHeaders')"
)
_LOCAL: Final = "file://"
_DRIVE: Final = re.compile(r"/([A-Za-z]:.*)", re.DOTALL)
_LONGEST_WINDOW: Final = 1 << 20


def window_facts(database: OtherDatabase, kept: bytes, source: Source) -> Iterator[Slice]:
    """The folder of every conversation in the window's list, each once."""
    folder = _folder_beside(source)
    told = _told(kept)
    batch = Batch()
    for conversation in _listed(database, source) if folder else ():
        ident = xxh3_64_intdigest(f"{conversation}\n{folder}".encode())
        if ident in told:
            continue
        told.add(ident)
        session = session_key(conversation)
        batch.sessions.append(SessionFact(session, session.session, cwd=folder))
        if batch.rows >= ROWS:
            yield batch, msgspec.msgpack.encode(told)
            batch = Batch()
    yield batch, msgspec.msgpack.encode(told)


def path_of(uri: str | None) -> str | None:
    """The path on this machine an address stands for; None for a folder on another machine."""
    if uri is None or not uri.startswith(_LOCAL):
        return None
    path = unquote(uri.removeprefix(_LOCAL))
    drive = _DRIVE.fullmatch(path)
    if drive:
        return clean(drive[1].replace("/", "\\"), PATH_LENGTH)
    if not path.startswith("/"):
        path = "//" + path
        return clean(path.replace("/", "\\"), PATH_LENGTH)
    return clean(path, PATH_LENGTH)


def _folder_beside(source: Source) -> str | None:
    """The window's folder; None for a window without one, or with several."""
    try:
        with Path(source.path).with_name("workspace.json").open("rb") as file:
            window, trouble = decoded(Window, file.read(_LONGEST_WINDOW))
    except OSError:
        return None
    if trouble:
        source.tally.count(trouble)
    return path_of(window.folder) if window else None


def _listed(database: OtherDatabase, source: Source) -> Iterator[str]:
    if not {"key", "value"} <= columns_of(database, "ItemTable"):
        return
    for number, value in database.rows(_LISTS):
        heads, trouble = decoded(Heads, value) if value is not None else (None, None)
        if trouble:
            source.tally.count(trouble, number)
        for head in heads.all_composers if heads else []:
            conversation = clean(head.composer_id)
            if conversation:
                yield conversation


def _told(kept: bytes) -> set[int]:
    try:
        return msgspec.msgpack.decode(kept, type=set[int]) if kept else set()
    except msgspec.DecodeError:
        return set()
