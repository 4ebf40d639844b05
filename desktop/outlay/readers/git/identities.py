"""Proposes the owner's commit e-mails from git config."""

from collections.abc import Iterable
from pathlib import Path

from outlay.domain.work import Identity
from outlay.rules.identities import noreply_of
from outlay.system.git_command import GitCommand, GitFailedError

_WANTED = r"^(user\.email|github\.user)$"


def propose_identities(paths: Iterable[str], git: GitCommand) -> tuple[Identity, ...]:
    """E-mails that git would commit with, for all repositories first; each once, with where it stands.

    A GitHub login kept in git config (`github.user`) adds its noreply address.
    """
    found: dict[str, Identity] = {}
    for origin, told in _configs(paths, git):
        for email in _emails(told):
            found.setdefault(email.lower(), Identity(email, origin))
    return tuple(found.values())


def _configs(paths: Iterable[str], git: GitCommand) -> Iterable[tuple[str, bytes]]:
    yield "git config", _config(git, "", "--global")
    for path in paths:
        yield f"git config of {Path(path).name}", _config(git, path)


def _config(git: GitCommand, folder: str, *scope: str) -> bytes:
    """What one config says; a config or repository that cannot be read says nothing."""
    try:
        return git.answer(folder, "config", *scope, "-z", "--get-regexp", _WANTED)
    except GitFailedError:
        return b""


def _emails(told: bytes) -> Iterable[str]:
    """E-mails in force, later ones first: in git config the last value wins."""
    values: dict[str, str] = {}
    for entry in told.decode("utf-8", "replace").split("\0"):
        key, _, value = entry.partition("\n")
        values[key] = value.strip()
    if "@" in values.get("user.email", ""):
        yield values["user.email"]
    if values.get("github.user"):
        yield noreply_of(values["github.user"])
