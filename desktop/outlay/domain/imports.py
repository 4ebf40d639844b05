"""What an imported file of pull requests or tickets brought, and what in it did not fit."""

from enum import StrEnum
from typing import NamedTuple

from outlay.domain.problems import Problem


class Misfit(StrEnum):
    """Why a field of a row could not be taken as it stands."""

    MISSING = "missing"
    NOT_AN_OBJECT = "not_an_object"
    NOT_TEXT = "not_text"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_MOMENT = "not_a_moment"
    NOT_TRUE_OR_FALSE = "not_true_or_false"
    NOT_A_LIST = "not_a_list"
    NOT_A_KNOWN_WORD = "not_a_known_word"
    NOT_A_PLACE = "not_a_place"
    NOT_A_COMMIT = "not_a_commit"
    NOT_AN_ADDRESS = "not_an_address"
    ENTRIES = "entries"
    TOO_MANY = "too_many"
    TWICE = "twice"


class RowMisfit(NamedTuple):
    """One field that did not fit; never what stood there. `row` counts from 1, `field` is empty for the whole row.

    `left_out`: the row could not be kept without it; else only the field is unknown.
    """

    row: int
    field: str
    misfit: Misfit
    left_out: bool


class WorkImport(NamedTuple):
    """What one file brought: rows kept, of them new and changed, rows left out, and the first misfits in order."""

    read: int
    added: int
    changed: int
    left_out: int
    misfits: tuple[RowMisfit, ...]
    problems: tuple[Problem, ...]
