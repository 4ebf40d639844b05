"""The keys of items, as contract.md writes them."""

import re
from collections.abc import Callable

from outlay.domain.moments import UtcMillis

KEY_FORMS = "pr:owner/name#12, ticket:KEY, commit:owner/name@ID, branch:owner/name:BRANCH or manual:ID"
"""How keys are written, for whoever wrote one otherwise."""

_LONGEST = 400
_LONGEST_SHOWN = 100
_PLACE = r"[^\s:#@]+"
_KEY = re.compile(
    rf"pr:{_PLACE}#[1-9]\d{{0,8}}|commit:{_PLACE}@[0-9a-f]{{7,64}}|branch:{_PLACE}:\S+|ticket:\S(?:.*\S)?|manual:\w+"
)
_WHOLE_COMMIT = re.compile(r"commit:.+@(?:[0-9a-f]{40}|[0-9a-f]{64})")
_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SECOND_MS = 1000


def is_item_key(text: str) -> bool:
    """Whether a text is written as the key of an item."""
    return len(text) <= _LONGEST and text.isprintable() and _KEY.fullmatch(text) is not None


def is_whole_key(key: str) -> bool:
    """Whether a key can name an item that is not known yet: it is not cut short, and not given out by Outlay."""
    if key.startswith("commit:"):
        return _WHOLE_COMMIT.fullmatch(key) is not None
    return not key.startswith("manual:")


def own_item_key(moment: UtcMillis, is_taken: Callable[[str], bool]) -> str:
    """A key for work entered by hand: the second it was entered in, or the next that is free, in six signs."""
    second = moment // _SECOND_MS
    while is_taken(key := f"manual:{_short(second)}"):
        second += 1
    return key


def shown(named: str) -> str:
    """What somebody wrote in place of a name, as far as it can be shown in a sentence."""
    return "".join(letter for letter in named if letter.isprintable())[:_LONGEST_SHOWN] or "An empty name"


def _short(number: int) -> str:
    signs = ""
    while number:
        number, sign = divmod(number, len(_SIGNS))
        signs = _SIGNS[sign] + signs
    return signs or _SIGNS[0]
