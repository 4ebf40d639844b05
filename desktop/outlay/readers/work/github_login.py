"""Who a token of GitHub's belongs to and what it may see."""

from typing import Final

from outlay.domain.accounts import Answer, Login, RemoteError, Trouble
from outlay.readers.work.envelopes import object_in, objects_in
from outlay.readers.work.interface import Client
from outlay.readers.work.rows import Row

_SOME: Final = 5
_SCOPES: Final = "x-oauth-scopes"
"""Classic tokens say what they may do; fine-grained ones and those of apps say nothing, and are tried."""

_SSO: Final = "x-github-sso"
_SSO_WORDS: Final = "SSO authorization"
_TRIED: Final = (
    ("Contents: Read-only", "commits"),
    ("Pull requests: Read-only", "pulls"),
    ("Issues: Read-only", "issues"),
)
_HIDDEN: Final = frozenset((Trouble.NOT_FOUND, Trouble.UNEXPECTED))
"""An empty repository, or one without issues, refuses too."""


def login_of(client: Client, rest: str) -> Login:
    """The login; `rest` stands before every path of the REST API. Raises RemoteError."""
    answer = client.get(f"{rest}user")
    user = object_in(answer)
    login = user.name("login")
    if login is None:
        raise RemoteError(Trouble.UNEXPECTED)
    listed = client.get(f"{rest}user/repos", {"sort": "pushed", "per_page": _SOME})
    repositories = objects_in(listed)
    scopes = answer.headers.get(_SCOPES)
    missing = _missing_scopes(scopes) if scopes else _tried(client, rest, repositories)
    sees = tuple(name for row in repositories if (name := row.place("full_name")))
    return Login(login, user.name("name"), sees, (*missing, *_behind_sso(answer, listed)))


def _missing_scopes(told: str) -> tuple[str, ...]:
    scopes = {scope.strip() for scope in told.split(",")}
    repo = () if "repo" in scopes else ("repo",)
    return repo if scopes & {"project", "read:project"} else (*repo, "read:project")


def _tried(client: Client, rest: str, repositories: list[Row]) -> tuple[str, ...]:
    """Tried at a private repository where there is one: everybody may read a public one."""
    places = {row.flag("private"): row.place("full_name") for row in reversed(repositories)}
    place = places.get(True) or places.get(False)
    if place is None:
        return ()
    return tuple(words for words, name in _TRIED if not _may(client, f"{rest}repos/{place}/{name}"))


def _may(client: Client, path: str) -> bool:
    try:
        client.get(path, {"per_page": 1})
    except RemoteError as error:
        if error.trouble is Trouble.NOT_ALLOWED:
            return False
        if error.trouble not in _HIDDEN:
            raise
    return True


def _behind_sso(*answers: Answer) -> tuple[str, ...]:
    """`partial-results; organizations=...`: what these own is left out until the token is authorized for them."""
    is_partial = any(answer.headers.get(_SSO, "").startswith("partial-results") for answer in answers)
    return (_SSO_WORDS,) if is_partial else ()
