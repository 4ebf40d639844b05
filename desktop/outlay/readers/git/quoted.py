"""Paths as git prints them in patches: quoted like C strings when they hold control characters or quotes.

Source: git-config(1), core.quotePath.
"""

import re

_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_LETTERS = dict(zip(b"abtnvfr", b"\a\b\t\n\v\f\r", strict=True))


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
