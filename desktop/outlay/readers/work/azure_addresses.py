"""Where an account's organization, or the collection of a server, lives, and the pages people open there."""

from urllib.parse import quote, urlsplit

from outlay.domain.accounts import Account


def organization_address(account: Account) -> str:
    """The organization stands behind the account's address, unless the address already names it."""
    named = quote(account.setting("organization") or "")
    parts = urlsplit(account.address)
    is_behind = not named or parts.path.lower().endswith(f"/{named.lower()}")
    is_host = (parts.hostname or "").lower() == f"{named.lower()}.visualstudio.com"
    return account.address if is_behind or is_host else f"{account.address}/{named}"


def pull_page(account: Account, place: str, number: int) -> str:
    """A pull request's page; `place` is project/repository."""
    project, _, repository = place.partition("/")
    path = f"{quote(project)}/_git/{quote(repository)}/pullrequest/{number}"
    return f"{organization_address(account)}/{path}"


def item_page(account: Account, project: str, number: int) -> str:
    """A work item's page."""
    return f"{organization_address(account)}/{quote(project)}/_workitems/edit/{number}"
