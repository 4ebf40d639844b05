"""What answers are: an object, a list, or an object with a list in one of its fields; and what a refusal of one means."""

from collections.abc import Callable, Collection, Iterable
from typing import Final, TypeVar

import msgspec
from msgspec import Raw

from outlay.domain.accounts import Answer, RemoteError, Trouble
from outlay.domain.moments import UtcMillis
from outlay.readers.work.rows import UNFIT_ERRORS, Misfits, Row

_HIDDEN: Final = frozenset((Trouble.NOT_FOUND, Trouble.NOT_ALLOWED))

T = TypeVar("T")


def fields_of(answer: Answer) -> dict[str, Raw]:
    """The fields of the object an answer is. Raises RemoteError when it is none."""
    return _decoded(answer.body, dict[str, Raw])


def list_in(answer: Answer) -> list[Raw]:
    """The rows of the list an answer is. Raises RemoteError when it is none."""
    return _decoded(answer.body, list[Raw])


def objects_in(answer: Answer) -> list[Row]:
    """The objects of the list an answer is, their misfits not counted. Raises RemoteError when it is none."""
    return [row_alone(raw) for raw in list_in(answer)]


def rows_in(fields: dict[str, Raw], name: str) -> list[Raw]:
    """The rows of the list in a field. Raises RemoteError when there is no list."""
    return _decoded(fields.get(name, Raw(b"null")), list[Raw])


def text_in(fields: dict[str, Raw], name: str) -> str | None:
    """The text in a field; None where it is absent or null. Raises RemoteError for anything else."""
    return _decoded(fields.get(name, Raw(b"null")), str | None)


def row_alone(raw: bytes) -> Row:
    """An object whose misfits are not counted: a detail, or a look ahead at a row that is read again."""
    return Row(0, Raw(raw), Misfits())


def object_in(answer: Answer) -> Row:
    """The object an answer is. Raises RemoteError when it is none."""
    fields_of(answer)
    return row_alone(answer.body)


def newest_in(rows: Iterable[Raw], field: str, before: UtcMillis | None = None, /) -> UtcMillis | None:
    """The newest moment in a field of some rows, or the one met before them; None where there is neither."""
    moments = (before, *(row_alone(raw).moment(field) for raw in rows))
    return max((at for at in moments if at is not None), default=None)


def unless_hidden(ask: Callable[[], T], otherwise: T) -> T:
    """What is asked for, or what stands for it where one thing is gone or closed to the owner and the rest is not."""
    try:
        return ask()
    except RemoteError as error:
        if error.trouble not in _HIDDEN:
            raise
        return otherwise


def if_allowed(ask: Callable[[], T], refusals: Collection[Trouble] = (Trouble.NOT_ALLOWED,)) -> T | None:
    """What is asked for; None where the token may not see it, which some systems say in other words too."""
    try:
        return ask()
    except RemoteError as error:
        if error.trouble not in refusals:
            raise
        return None


def needing(scope: str, ask: Callable[[], T]) -> T:
    """What is asked for; where the token may not see it, the RemoteError names the scope it lacks."""
    try:
        return ask()
    except RemoteError as error:
        if error.trouble is Trouble.NOT_ALLOWED:
            raise RemoteError(error.trouble, error.status, error.until, (scope,)) from None
        raise


def _decoded(raw: bytes | Raw, kind: type[T] | object) -> T:
    try:
        found: T = msgspec.json.decode(raw, type=kind)
    except UNFIT_ERRORS:
        raise RemoteError(Trouble.UNEXPECTED) from None
    return found
