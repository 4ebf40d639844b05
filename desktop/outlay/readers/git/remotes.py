"""What a remote's address says of the repository: `owner/name`, never host or credentials."""

import re
from urllib.parse import unquote

_ADDRESS = re.compile(r"(?:https?|ssh|git(?:\+ssh)?|ftps?)://(?:[^/@]*@)*[^/@]+/(.+)", re.IGNORECASE)
# git-fetch(1): `[user@]host:path`, only without a slash before the colon. One letter is a Windows drive.
_SHORT = re.compile(r"(?:[^/@:]+@)?(?:\[[^\]/]+\]|[^/@:\[\]]{2,}):(?!//)(.+)")


def slug_of(address: str) -> str | None:
    """`owner/name` (GitLab: with its groups) of a remote's address; None for a folder on disk."""
    match = _ADDRESS.fullmatch(address.strip()) or _SHORT.fullmatch(address.strip())
    if match is None:
        return None
    path = unquote(re.split(r"[?#]", match[1])[0]).strip("/").removesuffix(".git").strip("/")
    parts = [part for part in path.split("/") if part and part.isprintable()]
    return "/".join(parts) or None


def chosen_remote(addresses: dict[str, str]) -> str | None:
    """The remote whose branches count as shared: `origin`, else the first by name."""
    return "origin" if "origin" in addresses else min(addresses, default=None)
