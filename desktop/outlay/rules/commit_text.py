"""What a commit's message says, and which of its files hold text somebody wrote."""

import re
from functools import lru_cache

LONGEST_SUBJECT = 300

REVERTING_WORD = "everts "
"""In every message that says it takes others back."""

# Git's own words (git-revert(1)), and GitHub's for a pull request (https://docs.github.com/pull-requests, "Reverting
# a pull request").
_REVERTS = re.compile(r"This reverts commit\s+([0-9a-f]{7,64})\b")
_REVERTS_PULL = re.compile(r"^Reverts (?:([\w.-]+/[\w.-]+))?#(\d{1,9})\.?[ \r]*$", re.MULTILINE)
_PULL = re.compile(r"Merge pull request #(\d{1,9})\b|.*\(#(\d{1,9})\)$")
_PULL_BEHIND = re.compile(r"\s*\(#\d{1,9}\)$")
_TAKES_BACK = re.compile(r"\s*(?:revert|reapply|reland|roll(?:ing)? ?back|back(?:ing)? ?out)", re.IGNORECASE)
# What `git stash` writes beside the stash itself: never work of its own.
_STASH = re.compile(r"(?:WIP|index|untracked files) on [^:]+: [0-9a-f]{4,64}\b")

# A folder named vendor, pods or dist may as well hold a shop's suppliers, a cluster's pods or distances: they count
# as others' code only where package managers put them.
_NOT_WRITTEN = re.compile(
    r"""
    \A (?: vendor | Pods | ios/Pods | Carthage ) /
  | / vendor / (?: [\w-]+\.[\w.-]+ | bundle | cache ) /
  | (?: \A | / ) dist / .* \. (?: [mc]?js | css | map | d\.ts | html ) \Z
  | (?: \A | / )(?:
        (?: node_modules | bower_components | vendored | third[_-]?party | site-packages | \.?venv | \.yarn
          | \.next | \.nuxt | generated | __generated__ | __snapshots__ | __image_snapshots__
        ) /
      | (?: package-lock\.json | npm-shrinkwrap\.json | pnpm-lock\.yaml | bun\.lockb | go(?:\.work)?\.sum
          | packages\.lock\.json | Package\.resolved | Cartfile\.resolved | gradle\.lockfile
          | \.terraform\.lock\.hcl | \.pnp\.(?:cjs|loader\.mjs)
        ) \Z
      | zz_generated\.
    )
  | (?:
        \.lock                                                # yarn, cargo, poetry, uv, gem, composer, flake, ...
      | [.-]min\.(?:js|mjs|cjs|css) | \.bundle\.js | \.(?:js|mjs|css)\.map
      | \.snap | \.ambr
      | \.pb\.(?:go|cc|h|gw\.go) | _pb2(?:_grpc)?\.pyi? | _pb\.(?:js|d\.ts) | _grpc\.pb\.go
      | \.(?:g|freezed|mocks)\.dart | \.[Dd]esigner\.(?:cs|vb) | \.g(?:\.i)?\.cs
      | [._-](?:generated|gen)\.\w+
    ) \Z
    """,
    re.VERBOSE,
)


def subject_of(message: str) -> str:
    """The first line that says something, without control characters, at most 300 characters."""
    first = next((line for line in message.split("\n") if line.strip()), "")
    spaced = "".join(letter if letter.isprintable() else " " for letter in first)
    return " ".join(spaced.split())[:LONGEST_SUBJECT].rstrip()


def reverted_commits(message: str) -> tuple[str, ...]:
    """The commits a message says it reverts, in git's own words, as they are abbreviated there.

    A squashed pull request lists the messages of its commits; what one of them took back inside of it, the whole
    does not, unless it says so itself.
    """
    return tuple(dict.fromkeys(_REVERTS.findall(_own_words(message))))


def reverted_in(message: str, slug: str | None) -> tuple[str, ...]:
    """Everything a message says it reverts: commits by sha, pull requests as `#12`.

    A fork's history speaks of the pull requests of the repository it comes from, whose name is the same.
    """
    told = _REVERTS_PULL.findall(_own_words(message))
    name = _name_of(slug or "")
    pulls = (f"#{number}" for named, number in told if not named or _name_of(named) == name)
    return (*reverted_commits(message), *dict.fromkeys(pulls))


def pull_of(subject: str) -> int | None:
    """The pull request a commit of the default branch came from, by the subject that a forge gives it."""
    match = _PULL.match(subject)
    return int(match[1] or match[2]) if match else None


def without_pull(subject: str) -> str:
    """A squash's subject without the number its forge put behind it."""
    return _PULL_BEHIND.sub("", subject)


def is_taking_back(subject: str) -> bool:
    """Whether a subject is the one git or a forge gives to a commit that takes another one back."""
    return subject.startswith(('Revert "', 'Reapply "'))


def _name_of(slug: str) -> str:
    return slug.rsplit("/", 1)[-1].lower()


def _own_words(message: str) -> str:
    """The message without the list of squashed commits in it."""
    return message if _TAKES_BACK.match(message) else message.split("\n* ", 1)[0]


def is_stash_part(subject: str) -> bool:
    """Whether `git stash` made the commit."""
    return _STASH.match(subject) is not None


@lru_cache(maxsize=8192)
def holds_written_text(path: str) -> bool:
    """False for lock files and for what was vendored, generated, minified or is a test's snapshot."""
    return _NOT_WRITTEN.search(path) is None
