"""What the owner wants to share of some weeks, and the whole answer it is made from. Nothing here leaves as it is."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from outlay.domain.answers import SpendRow
from outlay.domain.items import Item, ItemsAnswer
from outlay.domain.moments import Period, UtcMillis


class Section(StrEnum):
    """The parts of the page, in their order: own words always stand first."""

    WORDS = "words"
    SHIPPED = "shipped"
    AGENTS = "agents"
    MONEY = "money"
    TIMES = "times"
    OUTCOMES = "outcomes"


class Reveal(StrEnum):
    """What leaves only when it is ticked. Amounts are `AmountsShown`; hours and other people are never offered."""

    TITLES = "titles"
    REPOSITORIES = "repositories"
    BRANCHES = "branches"
    TICKETS = "tickets"
    TOKENS = "tokens"
    MODELS = "models"


class AmountsShown(StrEnum):
    """How amounts leave: not at all, as whole percents of the period's own spend, or as money."""

    NONE = "none"
    SHARE = "share"
    MONEY = "money"


USUAL_SECTIONS = (Section.WORDS, Section.SHIPPED, Section.AGENTS, Section.MONEY, Section.TIMES)


class Ticks(NamedTuple):
    """What was ticked. Without any, names are pseudonyms and no amount, token or model leaves."""

    sections: frozenset[Section] = frozenset(USUAL_SECTIONS)
    reveal: frozenset[Reveal] = frozenset()
    amounts: AmountsShown = AmountsShown.NONE


class FileFormat(StrEnum):
    """What kinds of file can be written."""

    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    CSV = "csv"
    JSON = "json"


RAW = frozenset({FileFormat.CSV, FileFormat.JSON})
"""Formats that are raw tables, and say so."""


class Paper(StrEnum):
    """The paper of a PDF."""

    A4 = "a4"
    LETTER = "letter"


class OwnTopic(StrEnum):
    """What a text of the owner's is about, in the order they are read."""

    MATTERED = "mattered"
    HARD = "hard"
    NEXT = "next"
    CHANGE = "change"
    ASKS = "asks"


class SharingAnswer(NamedTuple):
    """Everything that is known of a period, of one revision, before anything is left out.

    `words`: the owner's texts by topic. `shipped`: what landed and stands, the first one first; None is unknown.
    `reverted`: what landed and was taken back. `oldest`: the first request that is known at all.
    """

    period: Period
    as_of: UtcMillis
    revision: int
    sample: bool
    words: Mapping[OwnTopic, str]
    shipped: tuple[Item, ...] | None
    reverted: tuple[Item, ...]
    work: ItemsAnswer
    spend: SpendRow
    models: tuple[SpendRow, ...]
    at_least: bool
    oldest: UtcMillis | None


class SharedFile(NamedTuple):
    """One line of the share log: what was written, when, to where, and its fingerprint."""

    moment: UtcMillis
    format: str
    start: date
    end: date
    sections: tuple[str, ...]
    reveal: tuple[str, ...]
    path: str
    sha256: str
    size: int


class Checked(NamedTuple):
    """What the share log says of a file. `exact`: lines with its fingerprint; `at_path`: those of its path alone."""

    path: str
    sha256: str
    exact: tuple[SharedFile, ...]
    at_path: tuple[SharedFile, ...]
