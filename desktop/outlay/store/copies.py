"""Copies of the file: the daily ones, the owner's words apart, and damaged files that were kept aside."""

from collections.abc import Iterable
from pathlib import Path

from outlay.store.connection import in_words
from outlay.store.owner_copy import NAME as OWNER_COPY


def remove_copies(database: Path) -> tuple[str, ...]:
    """Remove daily copies and files kept aside, which hold what the file held then; the owner's words stay."""
    kept = database.parent / "backups" / OWNER_COPY
    return remove_files(path for path in copies_of(database) if path != kept)


def copies_of(database: Path) -> tuple[Path, ...]:
    """Every copy there is, whole or under way."""
    folder = database.parent
    aside = folder.glob(f"{database.stem}-damaged-*")
    backups = (folder / "backups").glob("*.sqlite*")
    fresh = (folder / "backups").glob("*.new")
    return tuple(sorted({*aside, *backups, *fresh}))


def files_of(database: Path) -> tuple[Path, ...]:
    """The file with what SQLite and Outlay lay beside it."""
    return tuple(sorted(path for path in database.parent.glob(f"{database.name}*") if path.is_file()))


def remove_files(paths: Iterable[Path]) -> tuple[str, ...]:
    """Remove files; the paths of those that are gone."""
    gone = []
    for path in paths:
        with in_words(path):
            path.unlink(missing_ok=True)
        gone.append(str(path))
    return tuple(gone)
