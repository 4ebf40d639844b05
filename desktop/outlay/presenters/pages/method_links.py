"""The Method page on links: how a session's money comes to an item, and why some of it does not."""

from outlay.domain.attribution import DIRECT, Reason, Tier
from outlay.domain.tables import Cell, Column, Row, Table, Tone
from outlay.presenters.item_money import RULES, rule_text
from outlay.presenters.items import reason_text, tier_text
from outlay.presenters.pages.method_section import Section, percent, plain_number, span
from outlay.presenters.tongue import later, tr
from outlay.presenters.words import as_beginning
from outlay.rules.attribution.parameters import PARAMETERS

_NAME, _WORDS = 190, 200

_WHY = {
    Reason.NO_EDITS: later("The turn asked or read; nothing in its session stands near it that landed."),
    Reason.NOT_FOUND: later("It edited files, and the lines are in no commit and no open branch."),
    Reason.OUTSIDE: later("Its folder is in no repository that you added."),
    Reason.TOO_LITTLE: later("What it wrote is too short or too common to say whose it is."),
    Reason.LOG_INCOMPLETE: later("Its log is cut, cannot be read in places, or holds only sums."),
    Reason.CLOCK_UNSURE: later("Its lines stand in commits that are older than they are."),
    Reason.OWN_WORD: later("You said that it belongs to no item."),
    Reason.NO_REPOSITORY: later("No repository is added, so there is nothing to link it to."),
    Reason.NOT_YET: later("It was read after items were last looked at."),
}


def link_sections() -> tuple[Section, ...]:
    """How money is linked."""
    return (_items(), _lines(), _tiers(), _turns(), _reasons(), _agent_share())


def _items() -> Section:
    return Section(
        "items",
        tr("What counts as one item"),
        (
            tr(
                "One finished ticket with its pull requests and commits is one item. Without a ticket it is one "
                "pull request; without that, a group of your direct commits: of the same ticket, else of the same "
                "push, else of the same branch and day. Work without commits can be entered by hand."
            ),
            tr(
                "Only your own work counts: commits under your e-mails. Merges, lock files, generated, vendored and "
                "minified files are left out. One piece of work is counted once, however often it was copied, "
                "rebased or squashed."
            ),
        ),
    )


def _lines() -> Section:
    told = PARAMETERS
    return Section(
        "lines",
        tr("Lines that landed"),
        (
            tr(
                "Every line an agent wrote is kept as a fingerprint, never as text. When a commit adds a line with "
                "the same fingerprint, the latest edit of the same file that may have written it did: at most "
                "{before} before the commit and, because clocks differ, {after} after it. In a file of another "
                "name only rare lines count.",
                before=span(told.before_commit_ms),
                after=span(told.after_commit_ms),
            ),
            tr(
                "A formatter may break lines anew. So runs of four words are compared as well: a line is the "
                "agent's when {same} of its words are covered, and changed by a person since from {touched} on; "
                "changed lines count half.",
                same=percent(told.same_text),
                touched=percent(told.touched_text),
            ),
            tr(
                "Rare lines weigh more than common ones, empty and trivial lines nothing. A session is linked to a "
                "commit from a weight of {weight} and {share} of its lines or {lines} lines on. A line is spent on "
                "the first item it lands in; later ones are copies.",
                weight=plain_number(told.link_weight),
                share=percent(told.link_share),
                lines=told.link_lines,
            ),
        ),
    )


def _tiers() -> Section:
    tiers = [tier for tier in Tier if tier in RULES]
    kinds = {True: tr("direct"), False: tr("context")}
    rows = tuple(
        _explained(tier.value, tier_text(tier), rule_text(tier), Cell(kinds[tier in DIRECT], tone=Tone.QUIET))
        for tier in tiers
    )
    columns = (
        Column("tier", tr("Evidence"), width=_NAME, wraps=True),
        Column("kind", tr("Counts as"), width=76, hides_below=560),
        Column("rule", tr("Rule"), wraps=True, minimum=_WORDS),
    )
    return Section(
        "tiers",
        tr("How sure a link is"),
        (
            tr(
                "For each turn the first rule that applies is taken, strongest first. An item's figure is its direct "
                "money; context stands hatched beside it and is never added to it in one number."
            ),
        ),
        Table(columns, rows, spoken=tr("Kinds of evidence, the strongest first"), inset=0),
    )


def _explained(key: str, name: str, words: str, *between: Cell) -> Row:
    """A row that names something and says what it is."""
    cells = (Cell(as_beginning(name), strong=True), *between, Cell(as_beginning(words)))
    return Row(key, cells, spoken=f"{name}: {words}", opens=False)


def _turns() -> Section:
    told = PARAMETERS
    return Section(
        "turns",
        tr("From turns to items"),
        (
            tr(
                "A turn is one prompt and all that followed until the next; a subagent's requests belong to the turn "
                "that started it. A turn goes to the items its landed lines are in, by weight; it needs a weight of "
                "{weight}, or {share} of what it wrote. Items with less than {item} of a turn are left out of it.",
                weight=plain_number(told.turn_weight),
                share=percent(told.turn_share),
                item=percent(told.item_share),
            ),
            tr(
                "A turn without a sign of its own goes where the next one with a sign in its session went, within "
                "{following}, else where the one before went, within {before}. A short question before other work "
                "is left alone.",
                following=span(told.carry_next_ms),
                before=span(told.carry_previous_ms),
            ),
            tr(
                "A time window alone, an address that was only read, or an agent named in a commit never link money. "
                "Your own word beats every rule, can be taken back and survives every new reading."
            ),
        ),
    )


def _reasons() -> Section:
    rows = tuple(_explained(why.value, reason_text(why), tr(words)) for why, words in _WHY.items())
    columns = (
        Column("reason", tr("Reason"), width=_NAME, wraps=True),
        Column("why", tr("What it means"), wraps=True, minimum=_WORDS),
    )
    return Section(
        "not-linked",
        tr("Not linked"),
        (
            tr(
                "What no rule links stays visible, with its reason. It is a normal part of work: questions, reviews, "
                "attempts. It is never spread over items."
            ),
        ),
        Table(columns, rows, spoken=tr("Why money is not linked"), inset=0),
    )


def _agent_share() -> Section:
    told = PARAMETERS
    return Section(
        "agent-share",
        tr("Agents' part of the lines"),
        (
            tr(
                "Lines agents wrote divided by all added lines that say something: no trivial, moved or generated "
                "ones. The second figure of a range takes in lines a person changed since. It is a lower bound: what "
                "was written where no log is cannot be seen."
            ),
            tr(
                "From {written} on an item is called agent-written, from {consulted} mixed. When an agent is named "
                "and less than {consulted} of its lines are found, or the work began before the first log, the part "
                "is unknown and not zero.",
                written=percent(told.agent_written),
                consulted=percent(told.agent_consulted),
            ),
        ),
    )
