"""Answers that are an object with a list in one of its fields, as Bitbucket and Azure DevOps give them."""

from collections.abc import Callable, Collection
from typing import Final, TypeVar

import msgspec
from msgspec import Raw

from outlay.domain.accounts import Answer, RemoteError, Trouble
from outlay.readers.work.rows import Misfits, Row

_HIDDEN: Final = frozenset((Trouble.NOT_FOUND, Trouble.NOT_ALLOWED))

T = TypeVar("T")


def fields_of(answer: Answer) -> dict[str, Raw]:
    """The fields of the object an answer is. Raises RemoteError when it is none."""
    return _decoded(answer.body, dict[str, Raw])


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


def _decoded(raw: bytes | Raw, kind: type[T] | object) -> T:
    try:
        found: T = msgspec.json.decode(raw, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise RemoteError(Trouble.UNEXPECTED) from None
    return found
