"""What a shell command and the beginning of its output say, alike for every tool that runs one.

Files written out of the command's own text, the folder it moves to, commits it makes, pull requests it opens.
Text goes in and is not kept: lines and commands leave the readers as hashes.
"""

import ntpath
import posixpath
import re
from typing import Final, NamedTuple

from outlay.readers.interface import PackLines

LOOKED_AT: Final = 4096
"""Bytes of an output that are looked at; the rest is passed over."""

_PATH = r"""(?P<path{0}>"[^"\n]+"|'[^'\n]+'|[^\s<>;&|()"']+)"""
_TAG = r"""<<(?P<dash{0}>-?)[ \t]*(?P<tag{0}>\\?[\w.-]+|'[^'\n]+'|"[^"\n]+")"""
_INTO = r"(?<![\d&])1?>>?\|?[ \t]*"
_TEE = r"tee[ \t]+(?:-a[ \t]+|--append[ \t]+)?"
_MORE = r"(?:[ \t][^\n;&|<]{{0,200}}?)?[ \t]{{0,20}}"
_FORMS = (
    rf"cat[ \t]*{_INTO}{_PATH}{_MORE}{_TAG}",
    rf"cat[ \t]*{_TAG}[ \t]*{_INTO}{_PATH}",
    rf"cat[ \t]*{_TAG}[ \t]*\|[ \t]*(?:sudo[ \t]+)?{_TEE}{_PATH}",
    rf"{_TEE}{_PATH}{_MORE}{_TAG}",
)
_HEREDOC: Final = re.compile(
    r"(?:^|[\s;&|({])(?:" + "|".join(form.format(number) for number, form in enumerate(_FORMS)) + r")[^\n]*\n"
)
_EXPANDED: Final = {"'": "", '"': "$`"}
"""What the shell still expands inside either kind of quotes; outside of them it is `_EXPANDED_BARE`."""

_EXPANDED_BARE: Final = "$`*?~{"
_MOVES: Final = re.compile(r"""\s*cd\s+("[^"$`\n]+"|'[^'\n]+'|[^\s;&|$`~"']+)\s*(?:&&|;|\n)""")
_WINDOWS: Final = re.compile(r"^(?:[A-Za-z]:[\\/]|\\\\)")
_COMMITS: Final = re.compile(r"\bgit\b[^\n|;&]{0,300}\b(?:commit|ci|merge|cherry-pick|revert|rebase|am)\b")
"""Bounded between its words, as all patterns here: no text may take long to look through."""

_COMMIT: Final = re.compile(r"^\[[^\]\n]{1,300} ([0-9a-f]{7,40})\]", re.MULTILINE)
_ASKS_PULL: Final = re.compile(r"\b(?:gh\b[^\n|;&]{0,300}\bpr|glab\b[^\n|;&]{0,300}\bmr)\s+(?:create|new)\b")
_NAME = r"[\w.-]{1,200}"
_PULL: Final = re.compile(
    r"https://(?:[^\s/\"'<>]{0,300}@)?(?P<host>[A-Za-z0-9.-]{1,253}(?::\d{1,5})?)/"
    rf"(?P<path>{_NAME}/{_NAME}/pull/\d{{1,12}}|(?:{_NAME}/){{2,20}}-/merge_requests/\d{{1,12}})(?![\w-])"
)


class Heredoc(NamedTuple):
    """A file a command writes out of its own text; the path as the command has it."""

    path: str
    lines: list[str]


def heredocs(command: str) -> list[Heredoc]:
    """Files written by `cat > file <<TAG` and its kin. Paths the shell would still expand are left out."""
    if "<<" not in command:
        return []
    found, position = [], 0
    while opening := _HEREDOC.search(command, position):
        parts = {name.rstrip("0123"): text for name, text in opening.groupdict().items() if text is not None}
        tag, tabs = parts["tag"].strip("\\'\""), "\t*" if parts["dash"] else ""
        closing = re.compile(rf"^{tabs}{re.escape(tag)}$", re.MULTILINE).search(command, opening.end())
        if closing is None:
            break
        lines = command[opening.end() : closing.start()].split("\n")[:-1]
        position = closing.end()
        path = _plain_path(parts["path"])
        if path:
            found.append(Heredoc(path, [line.lstrip("\t") for line in lines] if tabs else lines))
    return found


def moved_to(command: str, folder: str | None) -> str | None:
    """The folder a command works in, given the one it starts in: `cd there && ...` goes first."""
    moved = _MOVES.match(command)
    return absolute(moved[1].strip("'\""), folder) if moved else folder


def absolute(path: str, folder: str | None) -> str:
    """A path made absolute against a folder, in the manner of the system that wrote it; else as it stands."""
    of_folder = folder is not None and not path.startswith("/") and _WINDOWS.match(folder)
    way = ntpath if _WINDOWS.match(path) or of_folder else posixpath
    return str(way.normpath(path if folder is None else way.join(folder, path)))


def command_hash(command: str, pack_lines: PackLines) -> str:
    """A command as one seeded hash, in hexadecimal.

    The words before it keep a short command (`make`) from being too trivial to be hashed.
    """
    return pack_lines([b"outlay command: " + command.encode(errors="replace")]).hex()


def makes_commit(command: str) -> bool:
    """Whether a command lets git make commits."""
    return "git" in command and _COMMITS.search(command) is not None


def makes_pull_request(command: str) -> bool:
    """Whether a command opens a pull or merge request."""
    return ("gh" in command or "glab" in command) and _ASKS_PULL.search(command) is not None


def commit_ids(output: str) -> list[str]:
    """Commit ids as git prints them after making one: `[branch abc1234] subject`."""
    return list(dict.fromkeys(_COMMIT.findall(output)))


def pull_requests(output: str) -> list[str]:
    """Addresses of pull and merge requests in an output, each once and as `pull_request_of` has them."""
    return list(dict.fromkeys(map(_address, _PULL.finditer(output))))


def pull_request_of(url: str) -> str | None:
    """The bare address of a pull or merge request: host, project and number; None for any other address.

    Whatever else stands in it (a name and password, a query) is left out: it may be a secret.
    """
    found = _PULL.match(url)
    return _address(found) if found else None


def _address(found: re.Match[str]) -> str:
    return f"https://{found['host'].lower()}/{found['path']}"


def _plain_path(path: str) -> str | None:
    """A path without its quotes; None when the shell would make another one of it, or when it is a device."""
    quote = path[0] if path[0] in _EXPANDED else ""
    expanded = _EXPANDED.get(quote, _EXPANDED_BARE)
    bare = path.strip(quote) if quote else path
    return None if any(mark in bare for mark in expanded) or bare.startswith("/dev/") else bare
