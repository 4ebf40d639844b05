"""Amounts as they are shown and spoken. Micro-units go in, words come out."""

from outlay.domain.money import MICROS, Amount, Basis
from outlay.domain.pictures import Figure

AT_LEAST = "\u2265"
ABOUT = "~"
UNKNOWN = "\u2013"
MINUS = "\u2212"
NO_BREAK = "\u00a0"

_SYMBOLS = {"USD": "$", "EUR": "\u20ac", "GBP": "\u00a3"}
_SPOKEN_UNITS = {"USD": ("dollar", "dollars"), "EUR": ("euro", "euros"), "GBP": ("pound", "pounds")}
_BASIS_WORDS = {
    Basis.LIST: "list value",
    Basis.REPORTED: "reported by the tool",
    Basis.BILLED: "billed",
    Basis.CASH: "cash",
}
_MICROS_PER_CENT = MICROS // 100
_THOUSAND = 1_000
_UNSHOWN = (0, 0, 0, 1, 3)
"""Characters at the end of an amount in cents that two digits leave out, by how many digits it has."""
_TEN_THOUSAND = 10_000
_TRAY_LIMIT = 100_000


def cents_of(micros: int) -> int:
    """Whole cents, half a cent away from zero."""
    cents = (abs(micros) + _MICROS_PER_CENT // 2) // _MICROS_PER_CENT
    return cents if micros >= 0 else -cents


def shown_cents(parts: tuple[int, ...], total: int) -> tuple[int, ...]:
    """Parts in cents that add up to the shown total, by largest remainder, first part first.

    Parts that do not sum to the total to the micro-unit raise ValueError.
    """
    if sum(parts) != total:
        raise ValueError("parts and total differ")
    split = [divmod(part, _MICROS_PER_CENT) for part in parts]
    missing = cents_of(total) - sum(floor for floor, _ in split)
    by_remainder = sorted(range(len(parts)), key=lambda i: (-split[i][1], i))
    raised = set(by_remainder[:missing])
    return tuple(floor + (i in raised) for i, (floor, _) in enumerate(split))


def cents_text(cents: int, currency: str = "USD") -> str:
    """A sum in cents with its currency: `$1,234.50`, `CHF 3.00`, a minus as U+2212."""
    whole, fraction = divmod(abs(cents), 100)
    sign = MINUS if cents < 0 else ""
    unit = _SYMBOLS.get(currency, currency + NO_BREAK)
    return f"{sign}{unit}{whole:,}.{fraction:02d}"


def two_digits(micros: int, currency: str = "USD") -> str:
    """A share given by a rule, in two digits: `$21`, `$4.8`, `$0.70`; its exact amount stands elsewhere."""
    cents = cents_of(micros)
    if micros > 0 and not cents:
        return f"<{NO_BREAK}{cents_text(1, currency)}"
    step = 10 ** max(0, len(str(abs(cents))) - 2)
    rounded = round(cents / step) * step
    text = cents_text(rounded, currency)
    return text[: -_UNSHOWN[min(len(str(abs(rounded))), len(_UNSHOWN) - 1)] or None]


def figure(amount: Amount) -> Figure:
    """The shown figure, its sign apart. An unknown amount is an en dash without a sign."""
    if amount.micros is None:
        return Figure("", UNKNOWN)
    return Figure(sign_of(amount), cents_text(cents_of(amount.micros), amount.currency))


def sign_of(amount: Amount) -> str:
    """At least wins over about; empty when the amount is exact as what it is called."""
    if amount.at_least:
        return AT_LEAST
    return ABOUT if amount.estimated else ""


def amount_text(amount: Amount) -> str:
    """Sign and figure as one piece of text."""
    sign, text = figure(amount)
    return f"{sign}{NO_BREAK}{text}" if sign else text


def amount_words(amount: Amount) -> str:
    """Sign in words and figure: `at least $15.20`."""
    return f"{_spoken_sign(amount)}{figure(amount).text}" if amount.micros is not None else UNKNOWN


def basis_words(basis: Basis) -> str:
    """What a figure of this basis is called."""
    return _BASIS_WORDS[basis]


def tray_text(micros: int | None) -> str | None:
    """At most three characters for the icon: whole units, `1k2`, `12k`, an en dash for unknown.

    None when no three characters can say it.
    """
    if micros is None:
        return UNKNOWN
    units = _rounded(micros, MICROS)
    if units < _THOUSAND:
        return str(units) if units >= 0 else None
    hundreds = _rounded(micros, 100 * MICROS)
    if hundreds * 100 < _TEN_THOUSAND:
        return f"{hundreds // 10}k{hundreds % 10}"
    thousands = _rounded(micros, _THOUSAND * MICROS)
    return f"{thousands}k" if thousands * _THOUSAND < _TRAY_LIMIT else None


def spoken(amount: Amount) -> str:
    """The amount for a screen reader, with its sign in words and what it is."""
    words = basis_words(amount.basis)
    if amount.micros is None:
        return f"Unknown {words}"
    sentence = f"{_spoken_sign(amount)}{_spoken_cents(cents_of(amount.micros), amount.currency)} {words}"
    return sentence[0].upper() + sentence[1:]


def _spoken_sign(amount: Amount) -> str:
    return {AT_LEAST: "at least ", ABOUT: "about ", "": ""}[sign_of(amount)]


def _spoken_cents(cents: int, currency: str) -> str:
    whole, fraction = divmod(abs(cents), 100)
    one, many = _SPOKEN_UNITS.get(currency, (currency, currency))
    minus = "minus " if cents < 0 else ""
    tail = f" {fraction}" if fraction else ""
    return f"{minus}{whole} {one if whole == 1 else many}{tail}"


def _rounded(micros: int, step: int) -> int:
    return (micros + step // 2) // step
