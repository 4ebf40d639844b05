"""The owner's acts: each kept whole or refused with a sentence, and most of them taken back at any time."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from outlay.app.desk import Desk
from outlay.domain.moments import UtcMillis
from outlay.domain.own_words import OwnItemKind, Told
from outlay.domain.prices import Rate
from outlay.use_cases.own_words import OwnWords
from outlay.use_cases.repositories import add_identities, remove_identities


class OwnersActs(Desk):
    """What the owner says over one data folder."""

    __slots__ = ()

    def add_repositories(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Opt repositories in; returns the commit e-mails taken from git config while none was named."""
        with self._writing() as store:
            return self.machinery().add_repositories(store, paths, self.clock())

    def remove_repositories(self, paths: Iterable[str]) -> None:
        """Opt repositories out; what was read of them stays, uncounted."""
        with self._writing() as store:
            self.machinery().remove_repositories(store, paths)

    def add_identities(self, emails: Iterable[str]) -> None:
        """Keep commit e-mails as the owner's."""
        with self._writing() as store:
            add_identities(store, emails, self.clock())

    def remove_identities(self, emails: Iterable[str]) -> None:
        """Take commit e-mails back."""
        with self._writing() as store:
            remove_identities(store, emails)

    def set_price(self, rate: Rate) -> None:
        """Set the owner's price of a model from a day on, and price its requests anew."""
        with self._writing() as store:
            self.machinery().set_price(store, rate, self.clock())

    def remove_price(self, model: str) -> None:
        """Take back the owner's prices of a model."""
        with self._writing() as store:
            self.machinery().remove_price(store, model, self.clock())

    def link_session(self, session: str, item: str) -> Told:
        """Say that a session, or `SESSION:TURN`, went into an item."""
        with self._acting() as words:
            return words.link(session, item)

    def unlink_session(self, session: str) -> Told:
        """Say that a session, or `SESSION:TURN`, belongs to no item."""
        with self._acting() as words:
            return words.unlink(session)

    def split_session(self, session: str, parts: Sequence[tuple[str | None, int]]) -> Told:
        """Say which items a session, or `SESSION:TURN`, went into by weight; None is no item."""
        with self._acting() as words:
            return words.split(session, parts)

    def dismiss_item(self, item: str) -> Told:
        """Have an item not count as shipped work."""
        with self._acting() as words:
            return words.dismiss(item)

    def note_item(self, item: str, text: str) -> Told:
        """Keep a note on an item; an empty one takes it away."""
        with self._acting() as words:
            return words.note(item, text)

    def add_item(self, title: str, kind: OwnItemKind, landed: UtcMillis) -> Told:
        """Enter finished work that left no commit."""
        with self._acting() as words:
            return words.add_item(title, kind, landed)

    def undo_act(self, number: int | None = None) -> Told:
        """Take the last act back, or one by its number."""
        with self._acting() as words:
            return words.undo(number)

    def add_to_group(self, name: str, projects: Sequence[str]) -> Told:
        """Have projects, folders or repositories by name, count for a group."""
        from outlay.use_cases.groups import add_to_group  # noqa: PLC0415  an act is rare

        with self._writing() as store:
            return add_to_group(store, name, projects, self.clock())

    def remove_from_group(self, name: str, projects: Sequence[str] = ()) -> Told:
        """Take projects out of a group; all of them without any named."""
        from outlay.use_cases.groups import remove_from_group  # noqa: PLC0415  an act is rare

        with self._writing() as store:
            return remove_from_group(store, name, projects, self.clock())

    @contextmanager
    def _acting(self) -> Iterator[OwnWords]:
        with self._writing() as store:
            yield OwnWords(store, self.clock())
