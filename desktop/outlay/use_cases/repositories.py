"""The owner opts repositories in and out, and says which commit e-mails are theirs."""

from collections.abc import Callable, Iterable

from outlay.domain.moments import UtcMillis
from outlay.domain.work import Identity
from outlay.errors import WrongCallError
from outlay.store.store import Store

FindTop = Callable[[str], str | None]
"""The top folder of the repository a path lies in; None when it lies in none."""

Propose = Callable[[Iterable[str]], tuple[Identity, ...]]
"""Commit e-mails that repositories are set to."""


def add_repositories(
    store: Store, paths: Iterable[str], find_top: FindTop, propose: Propose, now: UtcMillis
) -> tuple[str, ...]:
    """Opt repositories in; one that is none raises WrongCallError and nothing is kept.

    While the owner has named no commit e-mail, those the repositories are set to are kept as the owner's;
    they are returned so that it can be said.
    """
    tops = [_top(path, find_top) for path in paths]
    unknown = not store.owner.identities()
    taken = tuple(dict.fromkeys(one.email for one in propose(tops))) if unknown else ()
    with store.writing(act=True):
        for top in tops:
            store.owner.add_repository(top, now)
        for email in taken:
            store.owner.add_identity(email, now)
    return taken


def remove_repositories(store: Store, paths: Iterable[str], find_top: FindTop) -> None:
    """Opt repositories out; one that was not in raises WrongCallError."""
    with store.writing(act=True):
        for path in paths:
            if not (
                store.owner.remove_repository(path) or store.owner.remove_repository(find_top(path) or path)
            ):
                raise WrongCallError(
                    f"{path} is not among your repositories.", "See outlay repositories list."
                )


def add_identities(store: Store, emails: Iterable[str], now: UtcMillis) -> None:
    """Keep commit e-mails as the owner's; text without an @ raises WrongCallError."""
    with store.writing(act=True):
        for email in emails:
            if "@" not in email.strip("@ "):
                raise WrongCallError(f"{email} is not an e-mail address.", "Name the e-mail of your commits.")
            store.owner.add_identity(email.strip().lower(), now)
    forget_bookmarks(store)


def remove_identities(store: Store, emails: Iterable[str]) -> None:
    """Take commit e-mails back; one that was not there raises WrongCallError."""
    with store.writing(act=True):
        for email in emails:
            if not store.owner.remove_identity(email.strip().lower()):
                raise WrongCallError(f"{email} is not among your e-mails.", "See outlay identities list.")


def forget_bookmarks(store: Store) -> None:
    """Have every repository read from its start at the next sync: whose commits count has changed."""
    with store.writing():
        store.git.forget_bookmarks()


def _top(path: str, find_top: FindTop) -> str:
    top = find_top(path)
    if top is None:
        raise WrongCallError(
            f"{path} is not in a git repository, so none was added.", "Name folders of repositories."
        )
    return top
