"""Facts as readers hand them over, for tests of the store."""

from outlay.domain.batches import Batch, Bookmark, FileMark
from outlay.domain.moments import UtcMillis
from outlay.domain.prices import Cost
from outlay.domain.usage import SessionKey, TokenCounts, UsageEvent
from outlay.store.log_facts import FileSlice

START = 1_763_600_000_000
SESSION = SessionKey("claude_code", "s1")


def event(message="m1", request="r1", output=10, at=0, **more):
    """One event with so many output tokens, `at` milliseconds after START."""
    fields = {"session": SESSION, "model": "claude-opus-4-6", "cwd": "/home/a/shop", "branch": "main"} | more
    return UsageEvent(
        message, request, moment=UtcMillis(START + at), tokens=TokenCounts(1, 0, 0, 0, None, output), **fields
    )


def piece(*events, path="/log.jsonl", offset=1, written=4, **more):
    """A slice of one file with its bookmark."""
    mark = Bookmark(FileMark(1, 2, offset, written), offset, len(events), "head", b"{}", 1)
    return FileSlice("logs.claude_code", path, Batch(events=list(events), bookmark=mark, **more))


def price_all(events):
    """A micro-unit for each output token; models called house-* have no price."""
    return [
        Cost(None if one.model.startswith("house") else one.tokens.output, estimated=False, rate_id=None)
        for one in events
    ]
