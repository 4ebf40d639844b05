"""What the owner's acts say, in words."""

from outlay.domain.own_words import Act, OwnerLink, Verb

NO_ITEM = "no item"


def act_sentence(act: Act) -> str:
    """What an act says: `Turn 3 of session 5f0c belongs to pr:acme/ledger#7.`, alone or in a list."""
    if act.link is not None:
        return f"{_where(act.link)} {_belonging(act.link)}."
    if act.verb is Verb.NOTE:
        return f"The note on {act.item} is taken away." if not act.text else f"Note on {act.item}: {act.text}"
    if act.verb is Verb.ADD:
        return f"{act.item} was entered: {act.text}"
    return f"{act.item} does not count as shipped work."


def _where(link: OwnerLink) -> str:
    session = f"ession {link.session}"
    return f"S{session}" if link.turn is None else f"Turn {link.turn} of s{session}"


def _belonging(link: OwnerLink) -> str:
    if len(link.parts) == 1:
        return f"belongs to {link.parts[0][0] or NO_ITEM}"
    parts = ", ".join(f"{weight:,} to {item or NO_ITEM}" for item, weight in link.parts)
    return f"is split by weight: {parts}"
