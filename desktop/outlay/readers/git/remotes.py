"""What a remote's address says of the repository: `owner/name`, never host or credentials.

Two forges put words of their own into the path: Bitbucket Data Center `scm` before project and repository, Azure
DevOps `_git` between them, or `v3` and the organization before them over ssh.
"""

import re
from urllib.parse import unquote

_ADDRESS = re.compile(
    r"(?:https?|ssh|git(?:\+ssh)?|ftps?)://(?:[^/@]*@)*(?P<host>[^/@:]+|\[[^\]/]+\])(?::[^/@]*)?/(?P<path>.+)",
    re.IGNORECASE,
)
# git-fetch(1): `[user@]host:path`, only without a slash before the colon. One letter is a Windows drive.
_SHORT = re.compile(r"(?:[^/@:]+@)?(?P<host>\[[^\]/]+\]|[^/@:\[\]]{2,}):(?!//)(?P<path>.+)")
_GIT = "_git"
_AZURE_SSH = re.compile(r"(?:vs-)?ssh\.(?:dev\.azure|visualstudio)\.com")
_PARTS_OF_V3 = 4


def slug_of(address: str) -> str | None:
    """`owner/name` (GitLab: with its groups) of a remote's address; None for a folder on disk."""
    match = _ADDRESS.fullmatch(address.strip()) or _SHORT.fullmatch(address.strip())
    if match is None:
        return None
    path = unquote(re.split(r"[?#]", match["path"])[0]).strip("/").removesuffix(".git").strip("/")
    parts = [part for part in path.split("/") if part and part.isprintable()]
    return "/".join(_own_parts(match["host"].lower(), parts)) or None


def _own_parts(host: str, parts: list[str]) -> list[str]:
    """Without what a forge puts into the path beside owner and name."""
    if _GIT in parts[:-1]:
        return _of_azure(host, parts)
    if _AZURE_SSH.fullmatch(host) and len(parts) == _PARTS_OF_V3 and parts[0].lower() == "v3":
        return parts[2:]
    return parts[-2:] if parts[-3:-2] == ["scm"] else parts


def _of_azure(host: str, parts: list[str]) -> list[str]:
    """Project and repository; a project's first repository bears its name, and the address leaves the project out."""
    project = parts[_parts_before_project(host, parts) : parts.index(_GIT)][-1:] or parts[-1:]
    return [*project, parts[-1]]


def _parts_before_project(host: str, parts: list[str]) -> int:
    """An organization in the cloud, a collection on a server."""
    first = parts[0].lower()
    if host == "dev.azure.com":
        return 1
    if host.endswith(".visualstudio.com"):
        return 1 if first == "defaultcollection" else 0
    return 2 if first == "tfs" else 0


def chosen_remote(addresses: dict[str, str]) -> str | None:
    """The remote whose branches count as shared: `origin`, else the first by name."""
    return "origin" if "origin" in addresses else min(addresses, default=None)
