"""The language of the words: every text a person sees is looked up here, whole, with named places for values.

The tongue in force is one value that the face sets once at its start; without a face it is English, and every text
is what the code says. `packaging/translate` gathers the texts from the code, so they stand in it as literals: in
`tr`, in `plural`, or, in a table that is looked up later, in `later` or `Forms`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

ENGLISH_NAME = "en"


@dataclass(frozen=True, slots=True)
class NumberForm:
    """How a language writes numbers and where the unit of an amount stands."""

    decimal: str = "."
    thousands: str = ","
    unit_after: bool = False


class Forms(NamedTuple):
    """The two English forms of a counted text, for a table: `plural(number, *FORMS[key])`."""

    one: str
    many: str


def _as_written(text: str, one: str, number: int | None) -> str:
    return one if number == 1 else text


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its ISO name, how its texts are found, how it writes numbers.

    `find` gets the English text; of a counted text the form for many, with its form for one and the number (else
    empty and None). It answers the text of the language, or the English one where there is none.
    """

    name: str = ENGLISH_NAME
    find: Callable[[str, str, int | None], str] = _as_written
    form: NumberForm = NumberForm()


ENGLISH = Tongue()
NUMBER_FORMS = {ENGLISH_NAME: NumberForm(), "de": NumberForm(",", ".", unit_after=True)}
"""By language; one without an entry writes numbers the English way."""

_in_force = [ENGLISH]


def speak(tongue: Tongue) -> None:
    """Make this the language of every text from now on."""
    _in_force[0] = tongue


@contextmanager
def speaking(tongue: Tongue) -> Iterator[None]:
    """Another language for a while."""
    before = _in_force[0]
    speak(tongue)
    try:
        yield
    finally:
        speak(before)


def tongue() -> Tongue:
    """The language in force."""
    return _in_force[0]


def tr(text: str, /, **values: object) -> str:
    """The text in the language in force, its named places filled; numbers are put in as they are.

    A value the text has no place for is left out; a place without a value raises KeyError. A value that ends with a
    full stop of its own, as a short month does in German, ends the sentence with it.
    """
    return _filled(_in_force[0].find(text, "", None), values)


def plural(n: int, /, one: str, many: str, **values: object) -> str:
    """A counted text: `plural(3, one="{n} item", many="{n} items")`; `{n}` is the number as the language writes it."""
    found = _in_force[0].find(many, one, n)
    return _filled(found, {**values, "n": number(n)})


def _filled(text: str, values: Mapping[str, object]) -> str:
    filled = text.format_map(values)
    if ".." not in filled:
        return filled
    for name, value in values.items():
        if str(value).endswith("."):
            text = re.sub(rf"\{{{name}\}}\.(?=\s|$)", f"{{{name}}}", text)
    return text.format_map(values)


def later(text: str, /) -> str:
    """A text of a table, as it is; `tr(TABLE[key])` looks it up when it is shown."""
    return text


def number(n: int) -> str:
    """A whole number with its thousands apart: `1,204`."""
    return f"{n:,}".replace(",", _in_force[0].form.thousands)


def decimal_sign() -> str:
    """What stands between whole and fraction."""
    return _in_force[0].form.decimal
