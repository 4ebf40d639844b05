"""What a commit's message says, and which of its files hold text somebody wrote."""

import re
from functools import lru_cache

LONGEST_SUBJECT = 300

_REVERTS = re.compile(r"This reverts commit\s+([0-9a-f]{7,64})\b")
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
    """The commits a message says it reverts, in git's own words, as they are abbreviated there."""
    return tuple(dict.fromkeys(_REVERTS.findall(message)))


def is_stash_part(subject: str) -> bool:
    """Whether `git stash` made the commit."""
    return _STASH.match(subject) is not None


@lru_cache(maxsize=8192)
def holds_written_text(path: str) -> bool:
    """False for lock files and for what was vendored, generated, minified or is a test's snapshot."""
    return _NOT_WRITTEN.search(path) is None
