"""The Method page on work: what shipped, times, later fixes, and what may be said of a few items."""

from outlay.presenters.pages.method_section import Section, percent, span
from outlay.presenters.tongue import tr
from outlay.rules.attribution.parameters import PARAMETERS
from outlay.rules.shipping import SETTLING_MS


def work_sections() -> tuple[Section, ...]:
    """What is said about work."""
    return (_shipped(), _times(), _later_fixes(), _few_items())


def _shipped() -> Section:
    return Section(
        "shipped",
        tr("Shipped, settling, held"),
        (
            tr(
                "An item is shipped when it lands on the default branch, or is closed as done. It is settling "
                "for {days} and held after that. A revert or a reopening takes it back out of the count.",
                days=span(SETTLING_MS),
            ),
            tr(
                "Open work without a sign of life for {quiet} is called set aside. That is no judgement: setting "
                "something aside is work too.",
                quiet=span(PARAMETERS.quiet_ms),
            ),
        ),
    )


def _times() -> Section:
    return Section(
        "times",
        tr("Times"),
        (
            tr(
                "Coding runs from the first own commit or proven turn to the opened pull request, its time as a "
                "draft included, review from there to the merge, and the whole from the first activity to the "
                "landing. A ticket's cycle time runs from its start, else from the first activity, to the last "
                "time it was done: work after a reopening counts."
            ),
            tr(
                "Active days are those with a commit of yours or a turn with direct evidence. Coding and review "
                "need a forge, a cycle time a tracker; without them they are left out, never guessed. Days and "
                "weeks are cut in your time zone."
            ),
        ),
    )


def _later_fixes() -> Section:
    return Section(
        "follow-up-fixes",
        tr("Later fixes"),
        (
            tr(
                "A fix that landed within {days} after an item, and at least {share} of whose replaced lines "
                "came from that item, is a candidate. So is one that names the item. Candidates wait for your "
                "yes or no; about four in ten are none.",
                days=span(PARAMETERS.follow_up_ms),
                share=percent(PARAMETERS.follow_up_share),
            ),
            tr(
                "How much of what landed still stands is looked at {days} later, line by line.",
                days=span(PARAMETERS.survival_ms),
            ),
        ),
    )


def _few_items() -> Section:
    return Section(
        "few-items",
        tr("Few items"),
        (
            tr(
                "With one or two items they are listed and nothing else is said. From three on there is a "
                "median, from five on a range of the middle values as well. A mean of ratios and money divided "
                "by the number of items are never shown."
            ),
        ),
    )
