"""The sessions a log names, each said once with what its first records tell."""

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import SessionFact, SessionKey
from outlay.readers.logs.claude_code.records import Record
from outlay.readers.logs.claude_code.usage import LogPlace, clean, host_path, session_key


class Sessions:
    """Gathers facts of sessions not handed over before. `known` are those that were."""

    def __init__(self, known: list[SessionKey]) -> None:
        self.known = known
        self._new: dict[SessionKey, SessionFact] = {}

    def meet(self, record: Record, place: LogPlace, moment: UtcMillis) -> SessionKey:
        """The record's session; a new one learns from the record."""
        session = session_key(record, place)
        if session not in self.known:
            self._new[session] = _filled(self._new.get(session), session, record, place, moment)
        return session

    def take(self) -> list[SessionFact]:
        """The new ones, known from now on."""
        facts = list(self._new.values())
        self.known = [*self.known, *self._new]
        self._new = {}
        return facts


def _filled(
    fact: SessionFact | None, session: SessionKey, record: Record, place: LogPlace, moment: UtcMillis
) -> SessionFact:
    if fact is not None and fact.cwd and fact.branch and fact.version and moment >= (fact.started or moment):
        return fact
    known = fact or SessionFact(session, session.session, session.session if session.agent else None)
    return known._replace(
        started=min(known.started or moment, moment),
        cwd=known.cwd or host_path(record.cwd, place),
        branch=known.branch or clean(record.git_branch),
        version=known.version or clean(record.version),
    )
