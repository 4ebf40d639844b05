"""How far agents took part in an item. Source: attribution.md 3.4."""

from outlay.domain.attribution import Form
from outlay.domain.items import Item
from outlay.domain.shared_summary import AgentClass
from outlay.rules.attribution.parameters import PARAMETERS


def class_of(item: Item) -> AgentClass:
    """The class of one item by the part of its landed lines that agents wrote at least."""
    if item.agent_share is None:
        return _without_lines(item)
    if item.agent_share.low >= PARAMETERS.agent_written:
        return AgentClass.WRITTEN
    if item.agent_share.low >= PARAMETERS.agent_consulted:
        return AgentClass.MIXED
    if item.in_all.whole:
        return AgentClass.CONSULTED
    return AgentClass.UNKNOWN if item.spend_unseen else AgentClass.NONE_SEEN


def _without_lines(item: Item) -> AgentClass:
    """Where no landed line can be counted: work without commits is known by its sessions alone."""
    if item.commits or item.spend_unseen:
        return AgentClass.UNKNOWN
    if item.in_all.whole:
        return AgentClass.CONSULTED
    return AgentClass.NONE_SEEN if item.form is Form.BY_HAND else AgentClass.UNKNOWN
