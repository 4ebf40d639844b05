"""Paths as they are shown: short, with the home folder as a tilde."""

import re


def short_path(path: str, home: str) -> str:
    """`~/.claude/projects` for a path in the home folder; any other path as it is."""
    if home and path == home:
        return "~"
    inside = bool(home) and path.startswith((home + "/", home + "\\"))
    return f"~{path[len(home) :]}" if inside else path


def with_short_paths(text: str, home: str) -> str:
    """A sentence with every path inside the home folder shown short."""
    begins = rf"(?<![\w/\\.-]){re.escape(home)}(?=[/\\])"
    return re.sub(begins, "~", text) if home else text
