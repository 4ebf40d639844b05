"""Which agent an account of a forge is, where nothing but its names says so."""

from typing import Final

from outlay.rules.agents_named import agent_signed

_LOGINS: Final = frozenset(
    (
        "chatgpt-codex-connector",
        "claude-code",
        "copilot-swe-agent",
        "cursor-agent",
        "devin-ai-integration",
        "factory-droid",
        "gemini-code-assist",
        "google-labs-jules",
        "opencode-agent",
    )
)
"""Logins that no person bears, unlike `claude` or `cursor`."""


def agent_behind(login: str | None, name: str | None) -> str | None:
    """The agent with a login and a shown name; None for a person."""
    if login is not None and login.lower() in _LOGINS:
        return agent_signed(f"<{login}[bot]>")
    return agent_signed(name) if name else None
