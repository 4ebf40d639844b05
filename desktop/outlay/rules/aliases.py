"""What an item is called now: a branch that became a pull request keeps what was said of it."""

from collections.abc import Iterator, Mapping


def called_now(item: str, aliases: Mapping[str, str]) -> str:
    """The last name an item got; names that lead in a circle end before they repeat."""
    return list(_names(item, aliases))[-1]


def leads_back(item: str, now: str, aliases: Mapping[str, str]) -> bool:
    """Whether calling an item by a new name, in place of what it is called, would make a circle."""
    return item in _names(now, aliases)


def _names(item: str, aliases: Mapping[str, str]) -> Iterator[str]:
    met: set[str] = set()
    name: str | None = item
    while name is not None and name not in met:
        met.add(name)
        yield name
        name = aliases.get(name)
