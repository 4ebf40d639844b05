"""Placeholder code: every part of a file says something no other file says, so that its lines can be found again."""

from collections.abc import Iterable
from pathlib import PurePosixPath

BY_HAND = -1
"""The number of the part the engineer wrote."""

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


def part_lines(path: str, number: int) -> list[str]:
    """The lines one part adds to a file; the first part begins the file, each later one with an empty line."""
    file = PurePosixPath(path)
    form = _FORMS.get(file.suffix, _TEXT)
    where = sum(map(ord, path))
    lines = [] if number == 0 else [""]
    for step in (2 * number, 2 * number + 1):
        verb, turn = _VERBS[(where + step) % len(_VERBS)], (where + step) // len(_VERBS)
        field = _FIELDS[(turn + step) % len(_FIELDS)]
        words = file.stem.replace("_", " ")
        text = form.format(verb=verb, Verb=verb.capitalize(), noun=file.stem, words=words, field=field)
        lines += text.strip("\n").splitlines()
        lines += [""] if step % 2 == 0 else []
    return lines


def file_lines(path: str, parts: Iterable[int]) -> list[str]:
    """The file as its parts leave it."""
    return [line for number in parts for line in part_lines(path, number)]


def text_of(lines: list[str]) -> str:
    """Lines as a file holds them."""
    return "".join(f"{line}\n" for line in lines)
