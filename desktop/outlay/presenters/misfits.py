"""What is said of a row of an imported file that did not fit."""

from outlay.domain.imports import Misfit, RowMisfit
from outlay.presenters.tongue import later, tr

_WORDS: dict[Misfit, str] = {
    Misfit.MISSING: later("is missing"),
    Misfit.NOT_AN_OBJECT: later("is not an object"),
    Misfit.NOT_TEXT: later("is not text"),
    Misfit.NOT_A_NUMBER: later("is not a whole number from 1 on"),
    Misfit.NOT_A_MOMENT: later("is not a date and time such as 2026-11-20T17:05:00Z"),
    Misfit.NOT_TRUE_OR_FALSE: later("is neither true nor false"),
    Misfit.NOT_A_LIST: later("is not a list"),
    Misfit.NOT_A_KNOWN_WORD: later("is none of the words it can be"),
    Misfit.NOT_A_PLACE: later("is not written as owner/name"),
    Misfit.NOT_A_COMMIT: later("is not the id of a commit"),
    Misfit.NOT_AN_ADDRESS: later("is not a web address"),
    Misfit.ENTRIES: later("holds entries that do not fit"),
    Misfit.TOO_MANY: later("holds more entries than are kept"),
    Misfit.TWICE: later("says something else than an earlier row of the same"),
}


def misfit_sentence(misfit: RowMisfit) -> str:
    """What a misfit is and what follows: `Row 3: number is missing, so the row is left out`."""
    values = {"row": misfit.row, "problem": tr(_WORDS[misfit.misfit]), "consequence": _consequence(misfit)}
    if misfit.field:
        return tr("Row {row}: {field} {problem}, so {consequence}.", field=misfit.field, **values)
    return tr("Row {row} {problem}, so {consequence}.", **values)


def _consequence(misfit: RowMisfit) -> str:
    if misfit.left_out:
        return tr("the row is left out")
    if misfit.misfit is Misfit.TWICE:
        return tr("this one counts")
    if misfit.misfit in {Misfit.ENTRIES, Misfit.TOO_MANY}:
        return tr("they are left out")
    return tr("that is unknown")
