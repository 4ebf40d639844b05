"""The Method page: every formula in words with the numbers in force, what cannot be seen, and agent actions."""

from typing import NamedTuple

from outlay.domain.agent_actions import AgentActions
from outlay.domain.tables import Cell, Column, Kind, Row, Table
from outlay.presenters.pages.method_links import link_sections
from outlay.presenters.pages.method_money import money_sections
from outlay.presenters.pages.method_section import Section
from outlay.presenters.pages.method_work import work_sections
from outlay.presenters.tongue import number, tr
from outlay.rules.attribution.parameters import PARAMETERS


class MethodView(NamedTuple):
    """Everything the page shows."""

    version: str
    sections: tuple[Section, ...]


def method_view(actions: AgentActions) -> MethodView:
    """The page, with the agent actions of a period."""
    sections = (*money_sections(), *link_sections(), *work_sections(), _unseen(), _actions(actions))
    return MethodView(tr("Method {version}", version=PARAMETERS.version), sections)


def _unseen() -> Section:
    return Section(
        "unseen",
        tr("What cannot be seen"),
        (
            tr(
                "Work of agents on other machines or in the cloud leaves no log here. An item made by one says "
                "\u201cspend not visible here\u201d, never $0.00, and lowers the coverage that is stated."
            ),
            tr(
                "Logs that a tool deleted before Outlay first read them are gone. What was read once stays, also "
                "after the tool deletes its log."
            ),
            tr(
                "Some tools write no tokens or no money into their logs. Text pasted from a chat, and files made by "
                "a script that hides what it writes, cannot be told from your own."
            ),
            tr(
                "No prompt, no reply and no line of code is kept: only fingerprints, counts, times, paths and names."
            ),
        ),
    )


def _actions(found: AgentActions) -> Section:
    columns = (
        Column("what", tr("In the chosen days"), minimum=200),
        Column("count", tr("Count"), Kind.FIGURE, 90),
    )
    counts = (
        ("prompts", tr("Turns"), found.turns),
        ("requests", tr("Requests"), found.requests),
        ("edits", tr("Edits of files"), found.edits),
        ("commands", tr("Commands whose outcome is known"), found.commands),
        ("finished", tr("Finished items of yours"), found.finished),
    )
    rows = tuple(
        Row(key, (Cell(name), Cell(number(count) if count is not None else tr("unknown"))), opens=False)
        for key, name, count in counts
    )
    return Section(
        "agent-actions",
        tr("Agent actions"),
        (
            tr(
                "Some companies count what agents do and call it work done. The counts stand here once, beside "
                "finished work, and on no other page."
            ),
            tr(
                "They are not a measure of it: the same change takes three actions or three hundred, a loop that "
                "fails takes thousands, and whoever is measured by them has only to let more agents run."
            ),
        ),
        Table(columns, rows, spoken=tr("Agent actions beside finished items"), inset=0),
    )
