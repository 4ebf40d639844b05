"""Amounts as they are shown and spoken. Micro-units go in, words come out."""

from outlay.domain.money import MICROS, Amount, Basis
from outlay.domain.pictures import Figure
from outlay.presenters.tongue import Forms, decimal_sign, later, number, plural, tongue, tr
from outlay.presenters.words import as_beginning

AT_LEAST = "\u2265"
ABOUT = "~"
UNKNOWN = "\u2013"
MINUS = "\u2212"
NO_BREAK = "\u00a0"

_SYMBOLS = {"USD": "$", "EUR": "\u20ac", "GBP": "\u00a3"}
_SPOKEN_UNITS = {
    "USD": Forms("{n} dollar", "{n} dollars"),
    "EUR": Forms("{n} euro", "{n} euros"),
    "GBP": Forms("{n} pound", "{n} pounds"),
}
_BASIS_WORDS = {
    Basis.LIST: later("list value"),
    Basis.REPORTED: later("reported by the tool"),
    Basis.BILLED: later("billed"),
    Basis.CASH: later("cash"),
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
    """A sum in cents with its currency: `$1,234.50`, `CHF 3.00`, `1.234,50 $`, a minus as U+2212."""
    sign = MINUS if cents < 0 else ""
    return sign + _with_unit(bare_cents(abs(cents)), currency)


def bare_cents(cents: int) -> str:
    """A sum in cents without its currency, for a column that says it elsewhere: `1,234.50`."""
    whole, fraction = divmod(abs(cents), 100)
    sign = MINUS if cents < 0 else ""
    return f"{sign}{number(whole)}{decimal_sign()}{fraction:02d}"


def unit_behind(currency: str = "USD") -> str:
    """What stands behind an amount's last digit: a space and the unit, or nothing where the unit comes first."""
    return NO_BREAK + _SYMBOLS.get(currency, currency) if tongue().form.unit_after else ""


def two_digits(micros: int, currency: str = "USD") -> str:
    """A share given by a rule, in two digits: `$21`, `$4.8`, `$0.70`; its exact amount stands elsewhere."""
    least, text = _two_digits(micros)
    sign, digits = (MINUS, text[1:]) if text.startswith(MINUS) else ("", text)
    return least + sign + _with_unit(digits, currency)


def bare_two_digits(micros: int) -> str:
    """The same without its currency."""
    return "".join(_two_digits(micros))


def figure(amount: Amount) -> Figure:
    """The shown figure, its sign apart. An unknown amount is an en dash without a sign."""
    if amount.micros is None:
        return Figure("", UNKNOWN)
    return Figure(sign_of(amount), cents_text(cents_of(amount.micros), amount.currency))


def sign_of(amount: Amount) -> str:
    """At least wins over about; empty when the amount is exact as what it is called, as every list value is.

    Source: look.md section 5.
    """
    if amount.at_least:
        return AT_LEAST
    return ABOUT if amount.estimated and amount.basis is not Basis.LIST else ""


def amount_text(amount: Amount) -> str:
    """Sign and figure as one piece of text."""
    sign, text = figure(amount)
    return f"{sign}{NO_BREAK}{text}" if sign else text


def amount_words(amount: Amount) -> str:
    """Sign in words and figure: `at least $15.20`."""
    return _with_spoken_sign(amount, figure(amount).text) if amount.micros is not None else UNKNOWN


def basis_words(basis: Basis) -> str:
    """What a figure of this basis is called."""
    return tr(_BASIS_WORDS[basis])


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
        return tr("Unknown {basis}", basis=words)
    told = _with_spoken_sign(amount, _spoken_cents(cents_of(amount.micros), amount.currency))
    return as_beginning(tr("{amount} {basis}", amount=told, basis=words))


def _with_spoken_sign(amount: Amount, text: str) -> str:
    sign = sign_of(amount)
    if sign == AT_LEAST:
        return tr("at least {amount}", amount=text)
    return tr("about {amount}", amount=text) if sign else text


def _spoken_cents(cents: int, currency: str) -> str:
    whole, fraction = divmod(abs(cents), 100)
    forms = _SPOKEN_UNITS.get(currency)
    told = plural(whole, *forms) if forms else f"{number(whole)} {currency}"
    told = f"{told} {fraction}" if fraction else told
    return tr("minus {amount}", amount=told) if cents < 0 else told


def _with_unit(digits: str, currency: str) -> str:
    unit = _SYMBOLS.get(currency)
    behind = unit_behind(currency)
    return digits + behind if behind else f"{unit}{digits}" if unit else f"{currency}{NO_BREAK}{digits}"


def _two_digits(micros: int) -> tuple[str, str]:
    """A sign before an amount too small for a cent, and the digits."""
    cents = cents_of(micros)
    if micros > 0 and not cents:
        return f"<{NO_BREAK}", bare_cents(1)
    step = 10 ** max(0, len(str(abs(cents))) - 2)
    rounded = round(cents / step) * step
    unshown = _UNSHOWN[min(len(str(abs(rounded))), len(_UNSHOWN) - 1)]
    return "", bare_cents(rounded)[: -unshown or None]


def _rounded(micros: int, step: int) -> int:
    return (micros + step // 2) // step
