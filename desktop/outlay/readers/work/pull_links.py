"""Pull requests behind web addresses, as the forges write those."""

import re
from collections.abc import Iterable
from typing import Final

from outlay.readers.git.remotes import slug_of

_PAGE: Final = re.compile(
    r"(?P<repository>https?://[^?#]+?)(?:/-)?/(?:pull|pulls|merge_requests|pull-requests|pullrequest)/(?P<number>[1-9]\d{0,8})(?:[/?#].*)?"
)
_ON_A_BITBUCKET_SERVER: Final = re.compile(r"/(?:projects|users)/([^/]+)/repos/([^/]+)$")


def pulls_behind(addresses: Iterable[str | None]) -> tuple[str, ...]:
    """`owner/name#12` of every address that is a pull request's page, in order and each once."""
    return tuple(dict.fromkeys(pull for address in addresses if address and (pull := _pull_behind(address))))


def _pull_behind(address: str) -> str | None:
    page = _PAGE.fullmatch(address)
    if page is None:
        return None
    place = slug_of(_ON_A_BITBUCKET_SERVER.sub(r"/\1/\2", page["repository"]))
    return f"{place}#{page['number']}" if place else None
