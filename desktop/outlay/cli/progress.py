"""A progress bar on stderr while a sync reads; nothing when stderr is no terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from outlay.domain.answers import Progress


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None] | None]:
    """A function that draws progress, or None without a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm  # noqa: PLC0415  only drawn on a terminal

    bar = tqdm(total=0, unit="B", unit_scale=True, desc="Reading logs", leave=False, file=sys.stderr)
    try:
        yield lambda progress: _draw(bar, progress)
    finally:
        bar.close()


def _draw(bar, progress: Progress) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    if progress.account is not None:
        total = f" of {progress.account_total:,}" if progress.account_total is not None else ""
        bar.set_description_str(f"Reading {progress.account}: {progress.account_done:,}{total}")
        return
    bar.total = progress.bytes_total
    bar.n = progress.bytes_done
    bar.set_postfix_str(f"{progress.files_done} of {progress.files_total} files")
