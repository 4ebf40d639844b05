"""Which branch shipped work lands on, where it stands, and how old that knowledge is."""

import re
from pathlib import Path
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.readers.git.place import Place, checked_out_branch
from outlay.readers.git.remotes import chosen_remote, slug_of
from outlay.system.git_command import GitCommand

USUAL_NAMES = ("main", "master", "trunk", "develop", "mainline", "default")

_WANTED = r"^(remote\..*\.url|init\.defaultbranch|include(if\..*)?\.path)$"
_REFLOG_MOMENT = re.compile(rb"> (\d+) [+-]\d{4}(?:\t[^\n]*)?\n?\Z")


class Settings(NamedTuple):
    """What the repository's git config says: the remote whose branches count, and its `owner/name`.

    `initial_branch` is the name for new main branches; `in_usual_files`: the config includes no other files.
    """

    remote: str | None
    slug: str | None
    initial_branch: str | None
    in_usual_files: bool = True


class Branch(NamedTuple):
    """A branch by its short name, its full reference, and the commit it stands at."""

    name: str
    reference: str
    tip: str


def settings_of(place: Place, git: GitCommand) -> Settings:
    """Read the config with one git call."""
    told = git.answer(place.top, "config", "-z", "--get-regexp", _WANTED)
    remotes: dict[str, str] = {}
    initial = None
    usual = True
    for entry in told.decode("utf-8", "replace").split("\0"):
        key, _, value = entry.partition("\n")
        if key == "init.defaultbranch":
            initial = value
        elif key.startswith("include"):
            usual = False
        elif key:
            remotes.setdefault(key.removeprefix("remote.").removesuffix(".url"), value)
    remote = chosen_remote(remotes)
    return Settings(remote, slug_of(remotes[remote]) if remote else None, initial, usual)


def default_branch(place: Place, settings: Settings, git: GitCommand) -> Branch | None:
    """The remote's default branch as last fetched, else the local one; None in an empty repository."""
    patterns = ["refs/heads"]
    remote = f"refs/remotes/{settings.remote}/" if settings.remote else None
    if remote:
        patterns += [remote + name for name in ("HEAD", *USUAL_NAMES)]
    told = git.answer(place.top, "for-each-ref", "--format=%(refname)%00%(objectname)%00%(symref)", *patterns)
    references = {}
    for line in told.decode("utf-8", "replace").splitlines():
        name, tip, target = line.split("\0")
        references[name] = (tip, target)
    wanted = (settings.initial_branch, *USUAL_NAMES, checked_out_branch(place))
    return (remote and _remote_branch(references, remote)) or _first_branch(references, "refs/heads/", wanted)


def fetched_at(place: Place, settings: Settings, branch: Branch) -> UtcMillis | None:
    """When the branch was last seen at its remote; None when it is not a remote's.

    `FETCH_HEAD` is written by every fetch (emptied by one that failed), the reflog by a fetch or push that moved
    the branch, the remote's HEAD by the clone. The file of the branch itself only stands in for all of them,
    because packing references rewrites it.
    """
    if not settings.remote or not branch.reference.startswith("refs/remotes/"):
        return None
    logs = Path(place.common, "logs")
    head = f"refs/remotes/{settings.remote}/HEAD"
    known = [
        *(_fetch_moment(path, branch.name) for path in _fetch_notes(place)),
        _reflog_moment(logs / branch.reference),
        _reflog_moment(logs / head),
    ]
    moments = [moment for moment in known if moment is not None]
    files = (Path(place.common, branch.reference), Path(place.common, "packed-refs"))
    return max(moments, default=None) or next((found for found in map(_written, files) if found), None)


def _remote_branch(references: dict[str, tuple[str, str]], remote: str) -> Branch | None:
    tip, target = references.get(remote + "HEAD", ("", ""))
    if target.startswith(remote):
        return Branch(target.removeprefix(remote), target, tip)
    return _first_branch(references, remote, USUAL_NAMES)


def _first_branch(
    references: dict[str, tuple[str, str]], folder: str, names: tuple[str | None, ...]
) -> Branch | None:
    for name in names:
        if name and folder + name in references:
            return Branch(name, folder + name, references[folder + name][0])
    return None


def _fetch_notes(place: Place) -> list[Path]:
    return [Path(place.common, "FETCH_HEAD"), *Path(place.common, "worktrees").glob("*/FETCH_HEAD")]


def _fetch_moment(path: Path, branch: str) -> UtcMillis | None:
    """When a fetch that brought the branch wrote its note."""
    try:
        told = path.read_bytes()
    except OSError:
        return None
    return _written(path) if f"branch '{branch}' of ".encode() in told else None


def _reflog_moment(path: Path) -> UtcMillis | None:
    """The moment of a reflog's last entry."""
    try:
        with path.open("rb") as log:
            log.seek(max(0, path.stat().st_size - 4096))
            found = _REFLOG_MOMENT.search(log.read())
    except OSError:
        return None
    return UtcMillis(int(found[1]) * 1000) if found else None


def _written(path: Path) -> UtcMillis | None:
    try:
        return UtcMillis(path.stat().st_mtime_ns // 1_000_000)
    except OSError:
        return None
