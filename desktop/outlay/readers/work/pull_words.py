"""What a pull request's words and labels say, as marks; and its ids as every reader takes them."""

import re
from collections.abc import Iterable
from typing import Final

from outlay.domain.work import Mark, MarkKind
from outlay.rules.marks import marks_in

HIGHEST_NUMBER: Final = 2_000_000_000
LONGEST_BODY: Final = 65_536
_SHA: Final = re.compile(r"[0-9a-f]{7,64}", re.IGNORECASE)


def pull_marks(
    title: str, body: str | None, labels: Iterable[str] = (), closes: Iterable[str] = ()
) -> tuple[Mark, ...]:
    """Marks of a title, a body, labels and the tickets a forge itself ties to a pull request."""
    said = marks_in(f"{title}\n\n{body}" if body else title)
    labelled = (Mark(MarkKind.LABEL, label) for label in labels)
    closed = (Mark(MarkKind.CLOSES, key) for key in closes)
    return tuple(sorted({*said, *labelled, *closed}))


def sha_of(written: str | None) -> str | None:
    """A commit's id in lower case; None for anything else."""
    return written.lower() if written and _SHA.fullmatch(written) else None
