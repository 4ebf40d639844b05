"""The Sources page in words, put together of its parts."""

from typing import NamedTuple

from outlay.domain.sources_page import SourcesPage
from outlay.domain.tables import Table
from outlay.domain.ticks import TickLine
from outlay.presenters.pages.sources_kept import acts_table, corrections_table, machine_table
from outlay.presenters.pages.sources_owner import groups_table, identity_lines, repository_lines
from outlay.presenters.pages.sources_tools import SourcesAnswer, tools_table
from outlay.presenters.tongue import tr


class SourcesView(NamedTuple):
    """Everything the page shows. Empty sentences take no room."""

    tools: Table
    repositories: tuple[TickLine, ...]
    no_repository: str
    identities: tuple[TickLine, ...]
    no_identity: str
    groups: Table
    no_group: str
    machine: Table
    corrections: Table
    no_correction: str
    acts: Table
    no_act: str


def sources_view(answer: SourcesAnswer, *, all_tools: bool = False, stacked: bool = False) -> SourcesView:
    """The page of an answer; `all_tools` shows those that are not on this machine too, `stacked` is for few pixels."""
    page = answer.page
    return SourcesView(
        tools=tools_table(answer, all_tools=all_tools, stacked=stacked),
        repositories=repository_lines(page),
        no_repository=_no_repository(page),
        identities=identity_lines(page),
        no_identity="" if page.identities or page.proposed_identities else _no_identity(),
        groups=groups_table(page),
        no_group="" if page.groups else _no_group(),
        machine=machine_table(page, answer.now, answer.zone),
        corrections=corrections_table(page),
        no_correction="" if page.corrections else _no_correction(),
        acts=acts_table(page, answer.now, answer.zone, stacked=stacked),
        no_act="" if page.acts else _no_act(),
    )


def reading_note() -> str:
    """What stands above the repositories once one of them is ticked, as long as the page is looked at."""
    return tr("Your tools worked in these. Only the commits of those you tick are read.")


def _no_repository(page: SourcesPage) -> str:
    if page.repositories:
        return ""
    if page.proposed_repositories:
        return tr("None is ticked, so what shipped is unknown. Your tools worked in these.")
    return tr("The logs name no repository yet. Add one by its folder.")


def _no_identity() -> str:
    return tr("Git names no commit e-mail here. Only commits of your own e-mails count.")


def _no_group() -> str:
    return tr("Projects of one client or product, looked at together in Spend. None yet.")


def _no_correction() -> str:
    return tr("No sum of a past day has changed after it was shown.")


def _no_act() -> str:
    return tr("Links, splits and notes that you make stand here, and can be taken back.")
