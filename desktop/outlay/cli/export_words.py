"""What the command line says may leave: sections, ticks, and the owner's texts."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from outlay.domain.sharing import USUAL_SECTIONS, AmountsShown, OwnTopic, Reveal, Section, Ticks
from outlay.errors import WrongCallError

NOTHING_WRITTEN = "Nothing was written."
_AMOUNTS = "amounts"
_LONGEST = 1_000_000


def ticks_of(include: str | None, reveal: str | None) -> Ticks:
    """The ticks of `--include` and `--reveal`; an unknown word raises WrongCallError."""
    sections = USUAL_SECTIONS if include is None else tuple(_section(word) for word in _words(include))
    told = _words(reveal or "")
    amounts = [_amounts(word) for word in told if word.partition("=")[0] == _AMOUNTS]
    if len(set(amounts)) > 1:
        raise WrongCallError("Amounts are told in one way.", "Say amounts=share or amounts=money.")
    fields = frozenset(_reveal(word) for word in told if word.partition("=")[0] != _AMOUNTS)
    return Ticks(frozenset(sections), fields, amounts[0] if amounts else AmountsShown.NONE)


def words_of(named: str | None, read_input: Callable[[], str]) -> Mapping[OwnTopic, str]:
    """The owner's texts out of a JSON file, of standard input for `-`. WrongCallError for anything else."""
    if named is None:
        return {}
    try:
        text = read_input() if named == "-" else Path(named).expanduser().read_text(encoding="utf-8")
        told = json.loads(text[:_LONGEST])
    except (OSError, ValueError, RecursionError) as error:
        raise WrongCallError(f"The texts in {named} cannot be read.", _HOW) from error
    if not isinstance(told, dict) or not all(isinstance(one, str) for one in told.values()):
        raise WrongCallError(f"The texts in {named} are not written so.", _HOW)
    unknown = sorted(set(told) - {topic.value for topic in OwnTopic})
    if unknown:
        raise WrongCallError(f"There is no text called {unknown[0]}.", _HOW)
    return {OwnTopic(topic): text for topic, text in told.items()}


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _section(word: str) -> Section:
    if word not in set(Section):
        raise WrongCallError(f"There is no section {word}.", f"Use {', '.join(Section)}.")
    return Section(word)


def _reveal(word: str) -> Reveal:
    if word not in set(Reveal):
        fields = ", ".join([*Reveal, "amounts=share", "amounts=money"])
        raise WrongCallError(f"{word} cannot be ticked.", f"Use {fields}.")
    return Reveal(word)


def _amounts(word: str) -> AmountsShown:
    _, equals, how = word.partition("=")
    told = how if equals else AmountsShown.MONEY.value
    if told not in set(AmountsShown):
        raise WrongCallError(f"Amounts cannot be told as {how}.", "Say amounts=share or amounts=money.")
    return AmountsShown(told)


_HOW = f"It is one JSON object with texts called {', '.join(OwnTopic)}."
