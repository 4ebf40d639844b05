"""Counts a session's prompts, each once although a queued one may stand in the log twice."""

from msgspec import Struct

_KEPT = 8


class Turns(Struct, gc=False, omit_defaults=True):
    """How many prompts were met. Prompts themselves are known by seeded hashes alone.

    `queued` holds those that were queued while the agent worked and may come again as messages, `sent` those that
    came as messages out of the queue and may be told of again as queued.
    """

    number: int = 0
    last_uuid: str = ""
    queued: list[bytes] = []
    sent: list[bytes] = []

    def met_queued(self, uuid: str | None, text: bytes) -> bool:
        """Count a queued prompt; False when it was counted before."""
        return self._met(uuid, text, self.sent, self.queued)

    def met_message(self, uuid: str | None, text: bytes, *, out_of_queue: bool) -> bool:
        """Count a prompt that came as a message; False when it was counted before."""
        return self._met(uuid, text, self.queued, self.sent if out_of_queue else [])

    def _met(self, uuid: str | None, text: bytes, before: list[bytes], after: list[bytes]) -> bool:
        if uuid and uuid == self.last_uuid:
            return False
        self.last_uuid = uuid or ""
        if text in before:
            before.remove(text)
            return False
        if any(text):
            after.append(text)
            del after[:-_KEPT]
        self.number += 1
        return True
