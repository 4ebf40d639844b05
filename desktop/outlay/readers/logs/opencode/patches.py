"""Changed lines out of unified diffs and out of the patch format (`*** Begin Patch`). Text lives only in here.

Sources: the tool's own edit and apply_patch tools (their results hold unified diffs of the files as written).
"""

import re
from typing import Final, NamedTuple

_HUNK: Final = re.compile(r"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")
_FILE: Final = re.compile(r"\*\*\* (Add|Update|Delete) File: (.+)")
_MOVE: Final = "*** Move to: "
_END: Final = "*** End Patch"


class Change(NamedTuple):
    """Lines added to and removed from one file, as text. `kind` as in `Edit`."""

    path: str
    kind: str
    added: list[str]
    removed: list[str]


def lines_of(text: str | None) -> list[str]:
    """A text's lines; the newline at its end begins no line."""
    return text.removesuffix("\n").split("\n") if text else []


def sides_of_diff(diff: str) -> tuple[list[str], list[str]]:
    """Added and removed lines of a unified diff. Hunks are as long as they say: `---` may be a removed line."""
    sides: dict[str, list[str]] = {"+": [], "-": []}
    old = new = 0
    for line in diff.split("\n"):
        sign = line[:1]
        if old <= 0 and new <= 0:
            hunk = _HUNK.match(line)
            old, new = (int(hunk[1] or 1), int(hunk[2] or 1)) if hunk else (0, 0)
            continue
        if sign in sides:
            sides[sign].append(line[1:])
        old -= sign not in {"+", "\\"}
        new -= sign not in {"-", "\\"}
    return sides["+"], sides["-"]


def sides_of_texts(old: str | None, new: str | None) -> tuple[list[str], list[str]]:
    """Added and removed lines of a replacement, without those both begin and end with."""
    before, after = lines_of(old), lines_of(new)
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return after[first : len(after) - last], before[first : len(before) - last]


def changes_in_patch(patch: str) -> list[Change]:
    """Every file of a patch in the patch format; a deleted file's lines do not stand in it."""
    changes: list[Change] = []
    for line in patch.replace("\r\n", "\n").split("\n"):
        opening = _FILE.fullmatch(line)
        if opening:
            changes.append(Change(opening[2].strip(), "patch", [], []))
        elif line.startswith(_END):
            break
        elif not changes:
            continue
        elif line.startswith(_MOVE):
            changes[-1] = changes[-1]._replace(path=line.removeprefix(_MOVE).strip())
        elif line.startswith("+"):
            changes[-1].added.append(line[1:])
        elif line.startswith("-"):
            changes[-1].removed.append(line[1:])
    return changes
