"""Secrets of accounts in the desktop's keyring. No account needs one yet, so that nothing is kept."""

from typing import Protocol


class Secrets(Protocol):
    """What keeps secrets."""

    def forget_all(self) -> tuple[str, ...]:
        """Remove every entry of Outlay's; the names of those that are gone."""
        ...


class NoSecrets:
    """Keeps none."""

    def forget_all(self) -> tuple[str, ...]:
        """Nothing is there to remove."""
        return ()
