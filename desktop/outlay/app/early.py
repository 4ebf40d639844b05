"""Imports what answers need before threads ask for them: Qt for Python looks into every import, and not from two threads."""

from importlib import import_module

LATE = (
    "outlay.rules.groups",
    "outlay.use_cases.agent_actions",
    "outlay.use_cases.amount_by_kind",
    "outlay.use_cases.attribute",
    "outlay.use_cases.evidence",
    "outlay.use_cases.item_story",
    "outlay.use_cases.items",
    "outlay.use_cases.machine_facts",
    "outlay.use_cases.saved_reviews",
    "outlay.use_cases.search",
    "outlay.use_cases.session_page",
    "outlay.use_cases.sources_page",
    "outlay.use_cases.spend",
    "outlay.use_cases.spend_by_item",
    "outlay.use_cases.spend_page",
    "outlay.use_cases.summarise",
    "outlay.use_cases.tokens",
    "outlay.use_cases.week",
)
"""Everything that app/answers.py, and what it calls, imports late."""


def import_answers() -> None:
    """Import it all; a process that answers one question and ends has no use for it."""
    for name in LATE:
        import_module(name)
