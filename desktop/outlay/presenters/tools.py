"""Names of the tools as their makers write them."""

_NAMES = {
    "claude_code": "Claude Code",
    "codex": "Codex",
    "cursor": "Cursor",
    "copilot": "Copilot",
    "gemini_cli": "Gemini CLI",
    "opencode": "OpenCode",
}


def tool_name(tool: str) -> str:
    """The shown name of a tool's id; an id without one is made readable."""
    return _NAMES.get(tool, tool.replace("_", " ").capitalize())
