"""Which agent a trailer, a footer or a committer's name gives away.

Source: the tools' own words, as their documentation and public commits show them. A person may be called Claude or
Devin, so such a name counts only with the tool's own address behind it; names nobody bears count alone.
"""

import re

_BY_ADDRESS = (
    ("claude", r"@anthropic\.com\b|\bclaude(?:-code)?\[bot\]"),
    ("codex", r"\b(?:codex|noreply)@openai\.com\b|\b(?:chatgpt-)?codex(?:-connector)?\[bot\]"),
    (
        "copilot",
        r"\+copilot@users\.noreply\.github\.com|\bcopilot@github\.com\b|\bcopilot(?:-swe-agent)?\[bot\]",
    ),
    ("cursor", r"\bcursoragent@cursor\.com\b|\bcursor(?:-agent)?\[bot\]"),
    ("jules", r"\bgoogle-labs-jules\[bot\]"),
    ("gemini", r"\bgemini-cli\b|\bgemini-code-assist\[bot\]"),
    ("aider", r"@aider\.chat\b"),
    ("opencode", r"@opencode\.ai\b|\bopencode-agent\[bot\]"),
    ("devin", r"\bdevin-ai-integration\[bot\]|@cognition\.ai\b"),
    ("amp", r"\bamp@ampcode\.com\b"),
    ("droid", r"\bfactory-droid\[bot\]"),
    ("crush", r"\bcrush@charm\.land\b"),
    ("qwen", r"\bqwen-coder@alibabacloud\.com\b"),
    ("junie", r"\bjunie@jetbrains\.com\b"),
    ("openhands", r"\bopenhands@all-hands\.dev\b"),
    ("warp", r"\bagent@warp\.dev\b"),
)
_BY_NAME = (
    ("claude", r"claude[ -](?:code|opus|sonnet|haiku|fable|\d)"),
    ("codex", r"(?:(?:openai|gpt-[\w.]+)[ -])?codex(?!\w)"),
    ("copilot", r"(?:github )?copilot\b"),
    ("cursor", r"cursor(?: agent| ai)?\Z"),
    ("gemini", r"gemini[ -](?:cli|code assist|\d)"),
    ("aider", r"aider(?: \(.*)?\Z"),
    ("opencode", r"opencode\b"),
    ("devin", r"devin ai\b"),
    ("droid", r"factory[ -]droid\b"),
    ("windsurf", r"windsurf\b"),
    ("amp", r"sourcegraph amp\b"),
    ("qwen", r"qwen[ -]?cod(?:e|er)\b"),
    ("cline", r"cline\Z"),
    ("openhands", r"openhands\b"),
)
_TOOLS = frozenset(name for name, _ in (*_BY_ADDRESS, *_BY_NAME))


def _any_of(forms: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{form})" for name, form in forms), re.IGNORECASE)


_ADDRESS = _any_of(_BY_ADDRESS)
_NAME = _any_of(_BY_NAME)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)


def agent_signed(signature: str) -> str | None:
    """The agent that a trailer's `Name <address>` stands for; None for a person."""
    found = _ADDRESS.search(signature) or _NAME.match(signature.partition("<")[0].strip())
    return found.lastgroup if found else None


def agent_named(words: str) -> str | None:
    """The agent that the words right behind "Generated with" or the like name."""
    word = _WORD.match(words)
    if word and word[0].lower() in _TOOLS:
        return word[0].lower()
    found = _NAME.match(words.strip())
    return found.lastgroup if found else None
