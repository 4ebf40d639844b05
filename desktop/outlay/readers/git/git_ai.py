"""What a note of git-ai says: which session of an agent wrote how many lines of a commit.

Source: Git AI Standard 3.0.0 (https://github.com/git-ai-project/git-ai, specs/git_ai_standard_v3.0.0.md): files with
`<author> <lines>` under them, `---`, then JSON. An author is `s_<session>::t_<trace>`, `h_<person>`, or, in notes of
earlier versions, the hash of a prompt, for which the JSON says `agent_id`. Notes of the first versions are JSON alone.
The conversations that a note may hold are never decoded.
"""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from outlay.readers.git.printed import name_from

_DIVIDER = re.compile(rb"^---[ \t]*\r?\n?", re.MULTILINE)
_AUTHORED = re.compile(rb"[ \t]+([\w-]{1,100})(?:::[\w-]*)? ([\d,-]+)\s*\Z")
_LINES = re.compile(rb"(\d{1,9})(?:-(\d{1,9}))?")
_PERSON = b"h_"
_SESSION = b"s_"


class _Agent(msgspec.Struct, gc=False):
    tool: str | None = None
    id: str | None = None


class _Prompt(msgspec.Struct, gc=False):
    agent_id: _Agent | None = None
    accepted_lines: int | None = None


class _Told(msgspec.Struct, gc=False):
    prompts: dict[str, _Prompt] | None = None


def sessions_in(note: bytes) -> dict[str, int | None]:
    """Each session with its lines, None where the note does not count them; empty for what is no such note."""
    parts = _DIVIDER.split(note, maxsplit=1)
    if len(parts) == 1:
        prompts = _prompts(note)
        return {_named(key, prompt): _count(prompt.accepted_lines) for key, prompt in prompts.items()}
    prompts = _prompts(parts[1])
    found: Counter[str] = Counter()
    for author, lines in _authored(parts[0]):
        key = author.decode("ascii", "replace")
        prompt = prompts.get(key)
        found[key if prompt is None or author.startswith(_SESSION) else _named(key, prompt)] += lines
    return dict(found)


def _authored(told: bytes) -> Iterator[tuple[bytes, int]]:
    for line in told.splitlines():
        found = _AUTHORED.match(line)
        if found and not found[1].startswith(_PERSON):
            yield found[1], sum(_length(*one) for one in _LINES.findall(found[2]))


def _length(first: bytes, last: bytes) -> int:
    return max(int(last or first) - int(first) + 1, 0)


def _prompts(told: bytes) -> dict[str, _Prompt]:
    try:
        return msgspec.json.decode(told, type=_Told).prompts or {}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}


def _named(key: str, prompt: _Prompt) -> str:
    """The session as its tool names it, where the note says so: `claude:5f0c...`."""
    agent = prompt.agent_id
    return name_from(f"{agent.tool}:{agent.id}" if agent and agent.tool and agent.id else key)


def _count(lines: int | None) -> int | None:
    return lines if lines is not None and lines >= 0 else None
