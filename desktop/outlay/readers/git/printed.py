"""Values as git prints them: paths of patches and moments in seconds.

Source of the quoting: git-config(1), core.quotePath.
"""

import re

from outlay.domain.moments import UtcMillis

LAST_SECOND = 253_402_214_400
"""The last day of the year 9999: later moments have no date; some clocks and tools write nonsense."""

LONGEST_NAME = 200

PLAIN_PATCH = (
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--diff-algorithm=histogram",
    "--inter-hunk-context=0",
    "--src-prefix=a/",
    "--dst-prefix=b/",
    "--ignore-submodules=all",
)
"""A patch as it is read here: every option that a config file could turn is named."""

_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_LETTERS = dict(zip(b"abtnvfr", b"\a\b\t\n\v\f\r", strict=True))


def name_from(told: bytes | str) -> str:
    """A branch's or session's name as far as it can be shown, at most 200 letters, as names of logs are kept."""
    text = told if isinstance(told, str) else told.decode("utf-8", "replace")
    return "".join(filter(str.isprintable, text))[:LONGEST_NAME]


def moment_from(seconds: bytes) -> UtcMillis:
    """The moment of a number of seconds, held within what has a date; 0 for none (a damaged commit)."""
    return UtcMillis(min(max(int(seconds or 0), 0), LAST_SECOND) * 1000)


def path_from(told: bytes, prefix: bytes = b"") -> str:
    """The path of a header line, without its prefix; empty for /dev/null. Bytes that are no UTF-8 are replaced."""
    plain = told.rstrip(b"\r\n").removesuffix(b"\t")
    if plain == b"/dev/null":
        return ""
    if plain.startswith(b'"') and plain.endswith(b'"'):
        plain = _ESCAPE.sub(_unescaped, plain[1:-1])
    return plain.removeprefix(prefix).decode("utf-8", "replace")


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if len(code) == 3:  # noqa: PLR2004 - three octal digits
        return bytes((int(code, 8) & 0xFF,))
    return bytes((_LETTERS.get(code[0], code[0]),))
