"""What a shell command and the beginning of its output say: files written, commits, pull requests, failure."""

import re
from typing import NamedTuple

import msgspec
from msgspec import Raw

LOOKED_AT = 4096
"""Bytes of a tool's output that are looked at; the rest is passed over."""

_HEREDOC = re.compile(
    r"""(?:^|[\s;&|(])(?:
        cat\s*>>?\s*(?P<path1>"[^"\n]+"|'[^'\n]+'|[^\s<>;&|]+)\s*<<(?P<dash1>-?)\s*(?P<tag1>\\?\w+|'[^'\n]+'|"[^"\n]+")
      | cat\s*<<(?P<dash2>-?)\s*(?P<tag2>\\?\w+|'[^'\n]+'|"[^"\n]+")\s*>>?\s*(?P<path2>"[^"\n]+"|'[^'\n]+'|[^\s<>;&|]+)
      | tee\s+(?:-a\s+)?(?P<path3>"[^"\n]+"|'[^'\n]+'|[^\s<>;&|]+)\s*<<(?P<dash3>-?)\s*(?P<tag3>\\?\w+|'[^'\n]+'|"[^"\n]+")
    )[^\n]*\n""",
    re.VERBOSE,
)
_COMMIT = re.compile(r"^\[[^\]\n]{1,300} ([0-9a-f]{7,40})\]", re.MULTILINE)
_PULL_REQUEST = re.compile(r"https://[^\s\"'<>]{1,300}/(?:pull|merge_requests|pull-requests)/\d+")
_NOT_RUN = ("The user doesn't want to", "[Request interrupted", "<tool_use_error>")


class Heredoc(NamedTuple):
    """A file a command writes out of its own text."""

    path: str
    lines: list[str]


def heredocs(command: str) -> list[Heredoc]:
    """Files written by `cat > file <<TAG` and its kin. Paths the shell would still expand are left out."""
    if "<<" not in command:
        return []
    found, position = [], 0
    while opening := _HEREDOC.search(command, position):
        parts = {name.rstrip("123"): text for name, text in opening.groupdict().items() if text is not None}
        tag, tabs = parts["tag"].strip("\\'\""), "\t*" if parts["dash"] else ""
        path, position = parts["path"].strip("'\""), opening.end()
        closing = re.compile(rf"^{tabs}{re.escape(tag)}$", re.MULTILINE).search(command, position)
        if closing is None:
            break
        lines = command[position : closing.start()].split("\n")[:-1]
        position = closing.end()
        if not any(mark in path for mark in "$`*?~") and not path.startswith("/dev/"):
            found.append(Heredoc(path, lines))
    return found


def makes_pull_request(command: str) -> bool:
    """Whether a command opens a pull or merge request."""
    return "gh pr create" in command or "glab mr create" in command


def commit_ids(output: str) -> list[str]:
    """Commit ids as git prints them after making one: `[branch abc1234] subject`."""
    return list(dict.fromkeys(_COMMIT.findall(output)))


def pull_request_urls(output: str) -> list[str]:
    """Addresses of pull requests in a command's output."""
    return list(dict.fromkeys(_PULL_REQUEST.findall(output)))


def was_run(output: str) -> bool:
    """False when an error means that the command was refused, not that it failed."""
    return not output.startswith(_NOT_RUN)


class _Text(msgspec.Struct, gc=False):
    text: Raw = Raw()


_TEXTS = msgspec.json.Decoder(list[_Text])


def first_text(content: Raw | bytes) -> str:
    """The first 4 kB of a tool result's content: JSON text, or a list of blocks of which the first counts."""
    raw = bytes(content)
    if raw.startswith(b"["):
        try:
            blocks = _TEXTS.decode(raw)
        except msgspec.DecodeError:
            return ""
        raw = bytes(blocks[0].text) if blocks else b""
    return _beginning(raw) if raw.startswith(b'"') else ""


def _beginning(raw: bytes) -> str:
    if len(raw) <= LOOKED_AT:
        return _decoded(raw) or ""
    for end in range(LOOKED_AT, LOOKED_AT - 16, -1):
        text = _decoded(raw[:end] + b'"')
        if text is not None:
            return text
    return ""


def _decoded(raw: bytes) -> str | None:
    try:
        return msgspec.json.decode(raw, type=str)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
