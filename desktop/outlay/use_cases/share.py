"""Writes a shared summary to a file that only the owner can read, notes it in the share log, and checks files against it."""

from hashlib import sha256
from pathlib import Path

from outlay.domain.moments import UtcMillis
from outlay.domain.shared_summary import Shared
from outlay.domain.sharing import AmountsShown, Checked, SharedFile
from outlay.errors import OutlayError, WrongCallError
from outlay.store.store import Store, StoreView
from outlay.use_cases.new_file import new_file

_MOST_BYTES = 100_000_000


def share(store: Store, shared: Shared, path: Path, now: UtcMillis, *, replace: bool = False) -> SharedFile:
    """Log the file and write it; one that cannot be written is not logged.

    Raises as `new_file` does.
    """
    told = _logged(shared, path, now)
    with store.writing(act=False):
        store.shares.keep(told)
        with new_file(path, replace=replace) as file:
            file.write(shared.made)
    return told


def check(store: StoreView | None, path: Path) -> Checked:
    """Whether a file is one that was written here, and unchanged. Raises OutlayError for one that cannot be read."""
    fingerprint = sha256(_read(path)).hexdigest()
    files = store.shares.files() if store else ()
    return Checked(
        str(path),
        fingerprint,
        tuple(one for one in files if one.sha256 == fingerprint),
        tuple(one for one in files if one.path == str(path)),
    )


def _logged(shared: Shared, path: Path, now: UtcMillis) -> SharedFile:
    summary = shared.summary
    amounts = () if summary.amounts is AmountsShown.NONE else (f"amounts={summary.amounts}",)
    return SharedFile(
        moment=now,
        format=shared.format,
        start=summary.start,
        end=summary.end,
        sections=tuple(one.value for one in summary.sections),
        reveal=(*(one.value for one in summary.reveal), *amounts),
        path=str(path),
        sha256=sha256(shared.made).hexdigest(),
        size=len(shared.made),
    )


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise WrongCallError(
                f"{path} is too large to be an export.", "Name a file that outlay export wrote."
            )
        return path.read_bytes()
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise OutlayError(
            f"{path} cannot be read: {why}.", "Name a file that outlay export wrote."
        ) from error
