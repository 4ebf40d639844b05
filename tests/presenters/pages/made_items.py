"""Items and answers made by hand, for the words of the pages."""

from outlay.domain.answers import ItemState
from outlay.domain.attribution import Form, Tier, WorkKind
from outlay.domain.items import Item, ItemsAnswer, ItemSpend, Unlinked


def item(key="pr:acme/api#1", direct=0, context=0, state=ItemState.SETTLING, **more):
    spend = ItemSpend({Tier.LANDED_TEXT: direct, Tier.BRANCH_ONLY: context})
    known = {
        "parts": (),
        "form": Form.PULL_REQUEST,
        "kind": WorkKind.FEATURE,
        "title": "Idempotent webhook retries",
        "repository": "acme/api",
        "created": None,
        "started": None,
        "landed": None,
        "in_period": spend,
        "in_all": spend,
        "agent_share": None,
        "commits": (),
        "tickets": (),
        "sessions": (),
        "added_lines": 0,
        "follow_up_fixes": (),
        "spend_unseen": False,
    }
    return Item(**{**known, "item": key, "state": state, **more})


def answer(items=(), reasons=None, unpriced=0, coverage=None):
    reasons = reasons or {}
    total = sum(one.in_period.whole for one in items) + sum(reasons.values())
    return ItemsAnswer(None, 1, tuple(items), Unlinked(reasons), total, 10, unpriced, coverage, "1")
