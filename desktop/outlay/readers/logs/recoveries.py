"""Commands that failed, and those that worked after they had failed in the same turn; alike for every tool."""

from typing import Final

from outlay.domain.usage import ShellKind

_KEPT: Final = 32
"""How many failed commands of a turn are remembered."""


def outcome_of(command: str, failed: list[str], *, worked: bool) -> ShellKind | None:
    """What a command's end is told as; None for a success that nothing went before.

    Args:
        command: its hash.
        failed: hashes of the commands that failed in this turn and have not worked since; kept up to date here.
        worked: how it ended.
    """
    again = command in failed
    if again:
        failed.remove(command)
    if not worked:
        failed.append(command)
        del failed[:-_KEPT]
        return ShellKind.FAILED
    return ShellKind.RECOVERED if again else None
