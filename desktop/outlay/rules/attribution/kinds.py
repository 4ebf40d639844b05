"""What kind of work a unit is, by its labels, its ticket's type or the type its subject begins with.

Source of the types: https://www.conventionalcommits.org and the trackers' usual names.
"""

import re
from collections.abc import Iterable

from outlay.domain.attribution import WorkKind

_CONVENTIONAL = re.compile(r"\s*(?:[A-Z][A-Z0-9]+-\d+:?\s+)?([A-Za-z]+)(?:\([^)]*\))?!?:")

_BY_WORD = {
    WorkKind.FIX: "bug fix hotfix bugfix defect regression incident",
    WorkKind.FEATURE: "feature feat enhancement story improvement perf performance",
    WorkKind.DOCS: "docs doc documentation",
    WorkKind.TEST: "test tests testing",
    WorkKind.REFACTOR: "refactor refactoring style cleanup techdebt",
    WorkKind.CHORE: "chore task build ci deps dependencies maintenance sub-task subtask revert release",
}
_KINDS = {word: kind for kind, words in _BY_WORD.items() for word in words.split()}


def work_kind(labels: Iterable[str], ticket_types: Iterable[str], subjects: Iterable[str]) -> WorkKind:
    """The first that says something: a label, a ticket's type, a subject's type; else unknown."""
    told = [*(_word(label) for label in labels), *(_word(name) for name in ticket_types)]
    told += [match[1].lower() for subject in subjects if (match := _CONVENTIONAL.match(subject))]
    return next((_KINDS[word] for word in told if word in _KINDS), WorkKind.UNKNOWN)


def _word(label: str) -> str:
    """`type: bug`, `kind/bug` and `Bug` say the same."""
    return re.split(r"[:/]", label)[-1].strip().lower()
