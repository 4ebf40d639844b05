"""Code that an answer only showed: a person may paste it, and no tool call says so. Lines go out to be hashed at once.

Source of the form: CommonMark 0.31, "Fenced code blocks". Commands, output and patches in a fence are no code that
lands as it stands, so their fences are passed over.
"""

import re

FENCE = b"```"
"""What a text must hold to be looked at."""

LONGEST = 2_000
"""Lines of one answer that are looked at."""

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


def shown_code(text: str) -> list[str]:
    """The lines inside the fences of an answer, of all fences together."""
    lines: list[str] = []
    inside = ""
    counts = False
    for line in text.split("\n"):
        fence = _FENCE.match(line)
        if fence and not inside:
            inside, counts = fence[1], fence[2].lower() not in _NO_CODE
        elif fence and fence[1].startswith(inside) and not fence[2]:
            inside = ""
        elif inside and counts:
            lines.append(line.rstrip("\r"))
    return lines[:LONGEST]
