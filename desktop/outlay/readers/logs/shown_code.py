"""Code that an answer only showed: a person may paste it, and no tool call says so. Lines go out to be hashed at once.

Source of the form: CommonMark 0.31, "Fenced code blocks". Commands, output and patches in a fence are no code that
lands as it stands, so their fences are passed over.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Edit, SessionKey
from outlay.readers.interface import PackLines

FENCE_TEXT = "```"
"""What a text must hold to be looked at: a tilde fence alone is too rare to look for."""

FENCE = FENCE_TEXT.encode()
"""The same in bytes."""

LONGEST = 2_000
"""Lines of one answer that are looked at."""

KIND = "chat"
"""What an edit of shown code is."""

_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})[ \t]*([\w.+#-]*)")
_NO_CODE = frozenset(
    [
        "bash",
        "sh",
        "shell",
        "zsh",
        "fish",
        "console",
        "terminal",
        "text",
        "txt",
        "output",
        "log",
        "diff",
        "patch",
        "powershell",
        "ps1",
    ]
)


class Answer(NamedTuple):
    """Where an answer stands; `call` is the same whenever and wherever the answer is read again."""

    session: SessionKey
    call: str
    moment: UtcMillis
    turn: int | None
    cwd: str | None


def shown_edit(lines: Sequence[str], answer: Answer, part: int, pack_lines: PackLines) -> Edit | None:
    """Lines an answer shows as an edit of no file; None when there are none."""
    if not lines:
        return None
    added, runs = packed_lines(lines, pack_lines)
    session, call, moment, turn, cwd = answer
    return Edit(session, call, part, moment, turn, "", cwd, KIND, added, b"", runs)


def packed_lines(lines: Sequence[str], pack_lines: PackLines) -> tuple[bytes, bytes]:
    """Lines written together, as the hashes of each and of the runs in them."""
    encoded = [line.encode(errors="replace") for line in lines]
    return pack_lines(encoded), pack_lines.runs(encoded)


def shown_code(text: str) -> list[str]:
    """The lines inside the fences of an answer, of all fences together; none where all are blank."""
    lines: list[str] = []
    inside = ""
    counts = False
    for line in text.split("\n"):
        fence = _fence_in(line)
        if fence and not inside:
            inside, counts = fence[1], fence[2].lower() not in _NO_CODE
        elif fence and fence[1].startswith(inside) and not fence[2]:
            inside = ""
        elif inside and counts:
            lines.append(line.rstrip("\r"))
    return lines[:LONGEST] if any(map(str.strip, lines)) else []


def _fence_in(line: str) -> re.Match[str] | None:
    """A fence; three backticks with another one after them in the line are code inside a sentence."""
    fence = _FENCE.match(line)
    inline = fence is not None and fence[1][0] == "`" and "`" in line[fence.end(1) :]
    return None if inline else fence
