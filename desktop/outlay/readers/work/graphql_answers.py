"""Answers of GraphQL APIs: what was asked for, or the error that came in an answer which is good as HTTP goes."""

from collections.abc import Mapping
from typing import Any, Final, TypeVar

import msgspec
from msgspec import Raw

from outlay.domain.accounts import Answer, RemoteError, Trouble
from outlay.domain.moments import UtcMillis
from outlay.readers.work.interface import Client
from outlay.readers.work.rows import UNFIT_ERRORS
from outlay.readers.work.written import moment_written

_TROUBLES: Final = {
    "RATE_LIMIT": Trouble.BUSY,
    "RATE_LIMITED": Trouble.BUSY,
    "RATELIMITED": Trouble.BUSY,
    "FORBIDDEN": Trouble.NOT_ALLOWED,
    "INSUFFICIENT_SCOPES": Trouble.NOT_ALLOWED,
    "UNAUTHENTICATED": Trouble.REFUSED,
    "AUTHENTICATION_ERROR": Trouble.REFUSED,
    "NOT_FOUND": Trouble.NOT_FOUND,
}

T = TypeVar("T")


class _Told(msgspec.Struct):
    data: Raw = Raw(b"null")
    errors: list[dict[str, Any]] | None = None


def answered(client: Client, query: str, variables: Mapping[str, Any], kind: type[T]) -> T:
    """The data of an answer as a struct whose fields are what is needed of it.

    An error that leaves all of that in place is passed over: it is of one row, which is null then. Raises RemoteError.
    """
    answer = client.post("graphql", {"query": query, "variables": dict(variables)})
    told = _decoded(answer.body, _Told)
    if told is None:
        raise RemoteError(Trouble.UNEXPECTED)
    refusal = _refusal(told.errors or [], answer)
    if refusal is not None and refusal.trouble is Trouble.BUSY:
        raise refusal
    found = _decoded(bytes(told.data), kind)
    if found is None:
        raise refusal or RemoteError(Trouble.UNEXPECTED)
    return found


def _decoded(body: bytes, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(body, type=kind)
    except UNFIT_ERRORS:
        return None


def _refusal(errors: list[dict[str, Any]], answer: Answer) -> RemoteError | None:
    """By the word that names an error; its message is not looked at."""
    if not errors:
        return None
    words = (_word(error) for error in errors)
    troubles = {_TROUBLES[word] for word in words if isinstance(word, str) and word in _TROUBLES}
    if Trouble.BUSY in troubles:
        return RemoteError(Trouble.BUSY, until=_reset(answer))
    return RemoteError(min(troubles, default=Trouble.UNEXPECTED))


def _word(error: dict[str, Any]) -> Any:
    """GitHub's type of an error, or the code that Linear and GitLab put into its extensions."""
    further = error.get("extensions")
    return error.get("type") or (further.get("code") if isinstance(further, dict) else None)


def _reset(answer: Answer) -> UtcMillis | None:
    """GitHub counts seconds, Linear milliseconds."""
    told = (answer.headers.get(name, "") for name in ("x-ratelimit-reset", "x-ratelimit-requests-reset"))
    return next((at for one in told if (at := moment_written(one)) is not None), None)
