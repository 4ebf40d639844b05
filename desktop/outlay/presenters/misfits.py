"""What is said of a row of an imported file that did not fit."""

from outlay.domain.imports import Misfit, RowMisfit

_WORDS: dict[Misfit, str] = {
    Misfit.MISSING: "is missing",
    Misfit.NOT_AN_OBJECT: "is not an object",
    Misfit.NOT_TEXT: "is not text",
    Misfit.NOT_A_NUMBER: "is not a whole number from 1 on",
    Misfit.NOT_A_MOMENT: "is not a date and time such as 2026-11-20T17:05:00Z",
    Misfit.NOT_TRUE_OR_FALSE: "is neither true nor false",
    Misfit.NOT_A_LIST: "is not a list",
    Misfit.NOT_A_KNOWN_WORD: "is none of the words it can be",
    Misfit.NOT_A_PLACE: "is not written as owner/name",
    Misfit.NOT_A_COMMIT: "is not the id of a commit",
    Misfit.NOT_AN_ADDRESS: "is not a web address",
    Misfit.ENTRIES: "holds entries that do not fit",
    Misfit.TOO_MANY: "holds more entries than are kept",
    Misfit.TWICE: "says something else than an earlier row of the same",
}


def misfit_sentence(misfit: RowMisfit) -> str:
    """What a misfit is and what follows: `Row 3: number is missing, so the row is left out`."""
    subject = f"Row {misfit.row}: {misfit.field}" if misfit.field else f"Row {misfit.row}"
    return f"{subject} {_WORDS[misfit.misfit]}, so {_consequence(misfit)}."


def _consequence(misfit: RowMisfit) -> str:
    if misfit.left_out:
        return "the row is left out"
    if misfit.misfit is Misfit.TWICE:
        return "this one counts"
    if misfit.misfit in {Misfit.ENTRIES, Misfit.TOO_MANY}:
        return "they are left out"
    return "that is unknown"
