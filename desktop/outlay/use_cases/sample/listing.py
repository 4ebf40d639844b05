"""Placeholder code: every piece of a file says something no other file says, so that its lines can be found again."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile
from pathlib import PurePosixPath
from typing import NamedTuple

BY_HAND = 95
"""The last piece the engineer wrote, counted down from here; agents' are counted up from 0."""

MENDED = 1_000
"""What is added to a piece's number when it was written anew."""

_MENDS = (
    ("known_", "checked_"),
    ("timeout_minutes: 12", "timeout_minutes: 30"),
    ("make report", "make short-report"),
    ("the oldest", "the newest"),
)

_VERBS = (
    "load",
    "check",
    "merge",
    "trim",
    "order",
    "count",
    "close",
    "split",
    "match",
    "name",
    "mark",
    "keep",
)
_FIELDS = ("region", "state", "owner", "amount", "batch", "period", "source", "label")

_PYTHON = """
def {verb}_{noun}_by_{field}(record: Record, {field}: str) -> Record:
    \"\"\"{Verb} the {words} of one record by {field}.\"\"\"
    known_{field} = record.{field} or {verb}_default("{noun}")
    if known_{field} in record.{verb}_seen:
        return record
    {verb}_parts = [part for part in record.{noun} if part.{field} == known_{field}]
    log.debug("{verb} %s {words} by {field}", len({verb}_parts))
    return replace(record, {field}=known_{field}, {noun}=tuple({verb}_parts))
"""
_TYPESCRIPT = """
export function {verb}_{noun}_by_{field}(row: Row, {field}: string): Row {{
  const known_{field} = row.{field} ?? {verb}Default("{noun}");
  if (row.{verb}Seen.has(known_{field})) return row;
  const {verb}Cells = row.{noun}.filter((cell) => cell.{field} === known_{field});
  announce("{verb} {words} by {field}", {verb}Cells.length);
  return {{ ...row, {field}: known_{field}, {noun}: {verb}Cells }};
}}
"""
_YAML = """
{verb}_{noun}_by_{field}:
  description: {Verb} the {words} by {field}
  needs: [prepare_{noun}_{field}_{verb}]
  timeout_minutes: 12
  steps:
    - run: make {verb}-{noun} FIELD={field}
    - run: make report-{noun} FIELD={field} AFTER={verb}
"""
_TEXT = """
## {Verb} the {words} by {field}

The {words} are taken by their {field}; the one to {verb} first is the oldest.
When no {field} is known, {verb} nothing and ask the owner of the {words}.
"""
_FORMS = {".py": _PYTHON, ".ts": _TYPESCRIPT, ".yaml": _YAML}

_OWN_PYTHON = """
class {Verb}{field}Error(ValueError):
    \"\"\"Says that {words} cannot {verb} this {field}; raised before anything was written.\"\"\"

    def __str__(self) -> str:
        return f"cannot {verb} {field} of {{self.args[0]}}, see the {words} runbook"
"""
_OWN_TYPESCRIPT = """
test("refuses to {verb} {words} twice for one {field}", async () => {{
  const page = await openPage("/{noun}?{field}={verb}");
  await page.press("Enter");
  expect(page.messages()).toEqual(["Already done: {verb} {field}"]);
}});
"""
_OWN_YAML = """
# Asked for by the people on call: {verb} {words} while the {field} is known, else page somebody.
notify_{verb}_{field}: [on-call-{field}, {noun}-owners]
"""
_OWN_TEXT = """
> Agreed on Tuesday: we {verb} {words} before the {field} changes, and say so in the channel.
"""
_OWN_FORMS = {".py": _OWN_PYTHON, ".ts": _OWN_TYPESCRIPT, ".yaml": _OWN_YAML}
_FIRST_BY_HAND = 80


class Change(NamedTuple):
    """What an edit did to a file: lines `old` gave way to `new` after the first `start` ones."""

    path: str
    before: tuple[str, ...]
    start: int
    old: tuple[str, ...]
    new: tuple[str, ...]


def file_lines(path: str, pieces: Iterable[int]) -> list[str]:
    """The file that holds these pieces; an empty line stands between them."""
    lines: list[str] = []
    for number in pieces:
        lines += [*([""] if lines else []), *_piece(path, number)]
    return lines


def change_between(path: str, before: Iterable[int], after: Iterable[int]) -> Change:
    """The one change that makes a file of these pieces from one of those."""
    old, new = file_lines(path, before), file_lines(path, after)
    start = _alike(old, new)
    end = min(_alike(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    return Change(
        path, tuple(old), start, tuple(old[start : len(old) - end]), tuple(new[start : len(new) - end])
    )


def text_of(lines: Iterable[str]) -> str:
    """Lines as a file holds them."""
    return "".join(f"{line}\n" for line in lines)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@cache
def _piece(path: str, number: int) -> tuple[str, ...]:
    file = PurePosixPath(path)
    step = number % MENDED
    by_hand = step >= _FIRST_BY_HAND
    form = _OWN_FORMS.get(file.suffix, _OWN_TEXT) if by_hand else _FORMS.get(file.suffix, _TEXT)
    turn, verb = divmod(sum(map(ord, path)) + step, len(_VERBS))
    field = _FIELDS[(turn + step) % len(_FIELDS)]
    words = file.stem.replace("_", " ")
    name = _VERBS[verb]
    text = form.format(verb=name, Verb=name.capitalize(), noun=file.stem, words=words, field=field)
    for plain, mended in _MENDS if number >= MENDED else ():
        text = text.replace(plain, mended)
    return tuple(text.strip("\n").splitlines())
