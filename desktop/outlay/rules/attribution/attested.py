"""By which names tools that attest commits call a session that its own log names.

git-ai (standard 3.0.0) writes `s_` and the first 14 hex digits of the SHA-256 of `tool:conversation`; its older notes
and agent-trace write the tool and the conversation, Entire the conversation alone.
"""

from hashlib import sha256

_NAMES = {
    "claude_code": ("claude", "claude-code"),
    "codex": ("codex", "codex-cli"),
    "copilot": ("github-copilot", "copilot"),
    "cursor": ("cursor",),
    "gemini_cli": ("gemini", "gemini-cli"),
    "opencode": ("opencode",),
}


def names_of(tool: str, session: str) -> frozenset[str]:
    """Every name of a session."""
    pairs = {f"{name}:{session}" for name in (*_NAMES.get(tool, ()), tool)}
    hashed = {f"s_{sha256(pair.encode()).hexdigest()[:14]}" for pair in pairs}
    return frozenset({session} | pairs | hashed)
