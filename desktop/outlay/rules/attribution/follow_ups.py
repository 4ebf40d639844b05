"""Which unit a later fix most likely repairs: a candidate, to be confirmed by the owner, never a bug rate.

Source: attribution.md section 4.8. Explicit words beat the rule; by the rule a fix follows the unit that landed at
least half of the lines it replaces, within 14 days. A replaced line is known by its hash and path, so that a line the
owner did not land counts among the replaced ones and to nobody.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from outlay.domain.attribution import FollowUp
from outlay.domain.work import MarkKind
from outlay.rules.attribution.parameters import Parameters
from outlay.rules.attribution.standing import landed_at
from outlay.rules.attribution.units import Unit

_FIX = re.compile(r"\bfix(?:e[sd]|ing)?\b|\bbug(?:fix)?\b|\bhotfix\b|\bregression\b", re.IGNORECASE)
_CONVENTIONAL = re.compile(r"(\w+)(?:\([^)]*\))?!?:")


def follow_ups(
    units: Sequence[Unit], bug_tickets: Mapping[str, bool], parameters: Parameters
) -> list[FollowUp]:
    """The candidates among one place's units. `bug_tickets`: item → whether a ticket of type bug belongs to it."""
    landed = sorted((unit for unit in units if unit.landing), key=lambda unit: (_landing(unit), unit.item))
    origin = _Origins()
    found = []
    for unit in landed:
        told = _named(unit, landed)
        if told is not None:
            found.append(_follow_up(unit, told))
        elif is_fix(unit) or bug_tickets.get(unit.item, False):
            caused = origin.most_of(unit, parameters)
            if caused is not None:
                found.append(_follow_up(unit, caused))
        origin.take(unit)
    return found


def is_fix(unit: Unit) -> bool:
    """Whether a subject or title says that the unit repairs something."""
    words = [unit.pull.title] if unit.pull else []
    words += [commit.subject for commit in unit.landing]
    return any(_says_fix(text) for text in words)


def _says_fix(text: str) -> bool:
    conventional = _CONVENTIONAL.match(text)
    if conventional:
        return conventional[1].lower() in {"fix", "hotfix", "bugfix"}
    return bool(_FIX.search(text))


def _landing(unit: Unit) -> int:
    return landed_at(unit) or 0


def _named(unit: Unit, landed: Iterable[Unit]) -> Unit | None:
    """The earlier unit that the fix names: by commit or by number."""
    told = {mark.value for commit in unit.commits for mark in commit.marks if mark.kind is MarkKind.FIXES}
    told |= {mark.value for mark in (unit.pull.marks if unit.pull else ()) if mark.kind is MarkKind.FIXES}
    for other in landed if told else ():
        if other.item != unit.item and (
            not told.isdisjoint({f"#{other.number}", f"{other.repository}#{other.number}"})
            or any(
                commit.sha.startswith(name) for commit in other.commits for name in told if "#" not in name
            )
        ):
            return other
    return None


def _follow_up(fix: Unit, caused: Unit) -> FollowUp:
    return FollowUp(
        fix.item, fix.place, fix.landing[-1].sha, caused.item, caused.place, caused.landing[-1].sha
    )


class _Origins:
    """Which unit last landed a line of a path."""

    def __init__(self) -> None:
        self._landed: dict[tuple[str, int], Unit] = {}

    def take(self, unit: Unit) -> None:
        """Remember what a unit landed."""
        for commit in unit.landing:
            for file in commit.files:
                for line in file.added:
                    if line:
                        self._landed[file.path, line] = unit

    def most_of(self, unit: Unit, parameters: Parameters) -> Unit | None:
        """The unit that landed enough of the lines a fix replaces, shortly before it."""
        replaced = _replaced(unit)
        held: Counter[str] = Counter()
        by_item: dict[str, Unit] = {}
        for line, times in replaced.items():
            origin = self._landed.get(line)
            if origin is not None and _landing(unit) - _landing(origin) <= parameters.follow_up_ms:
                held[origin.item] += times
                by_item[origin.item] = origin
        most = max(held, key=lambda item: (held[item], item), default=None)
        enough = most is not None and held[most] >= parameters.follow_up_share * sum(replaced.values())
        return by_item[most] if most is not None and enough else None


def _replaced(unit: Unit) -> Counter[tuple[str, int]]:
    """Lines of others' that a unit removes: what it added itself before does not count."""
    replaced: Counter[tuple[str, int]] = Counter()
    own: dict[tuple[str, int], int] = defaultdict(int)
    for commit in unit.landing:
        added_here = {line for file in commit.files for line in file.added if line}
        for file in commit.files:
            for line in file.removed:
                key = file.path, line
                if own[key]:
                    own[key] -= 1
                elif line and line not in added_here:
                    replaced[key] += 1
            for line in file.added:
                if line:
                    own[file.path, line] += 1
    return replaced
