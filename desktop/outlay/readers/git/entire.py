"""Which sessions a checkpoint of Entire stands for, and where its description lies.

Source: https://github.com/entireio/cli, docs/architecture/sessions-and-checkpoints.md and ref-checkpoint-backend.md. A
commit's trailer names a checkpoint: 12 hex digits, described on the branch `entire/checkpoints/v1` under
`<first 2>/<rest>/<n>/metadata.json`, or 26 letters and digits with a reference of its own,
`refs/entire/checkpoints/<last 2>/<id>`. Only session and count are decoded; prompts beside them are never asked for.
"""

from typing import NamedTuple

import msgspec

from outlay.readers.git.printed import name_from

MOST_SESSIONS = 16
"""Sessions of one checkpoint that are asked for."""

MOST_BYTES = 4 << 20

_SHORT_ID = 12
_BRANCH = "entire/checkpoints/v1"
_SNAPSHOT = (b"\nEntire-Metadata: ", b"\nEntire-Task-Metadata: ")
_STRATEGY = b"\nEntire-Strategy: manual-commit"


class CheckpointSession(NamedTuple):
    """A session's name as Entire writes it, and the lines of the commit it counts as the agent's."""

    session: str
    lines: int | None


class _Attribution(msgspec.Struct, gc=False):
    agent_lines: int | None = None


class _Metadata(msgspec.Struct, gc=False):
    session_id: str | None = None
    sessions: list[msgspec.Raw] | None = None
    initial_attribution: _Attribution | None = None


def is_snapshot(message: bytes) -> bool:
    """Whether Entire made the commit: a picture of the files between commits, named after a prompt."""
    return _STRATEGY in message and any(trailer in message for trailer in _SNAPSHOT)


def references_of(remote: str | None) -> tuple[str, ...]:
    """The branches on which checkpoints with short ids are kept."""
    return (f"refs/heads/{_BRANCH}", f"refs/remotes/{remote or 'origin'}/{_BRANCH}")


def folders_of(checkpoint: str, branches: tuple[str, ...]) -> tuple[str, ...]:
    """Names under which git may hold the description of a checkpoint, given the branches that exist."""
    own = f"refs/entire/checkpoints/{checkpoint[-2:]}/{checkpoint}:"
    if len(checkpoint) != _SHORT_ID:
        return (own,)
    return (*(f"{branch}:{checkpoint[:2]}/{checkpoint[2:]}/" for branch in branches), own)


def session_files(folder: str, description: bytes) -> tuple[str, ...]:
    """The files that describe each session of a checkpoint; the first versions had one for all."""
    told = _decoded(description)
    if told is None or not told.sessions:
        return (f"{folder}metadata.json",)
    return tuple(
        f"{folder}{number}/metadata.json" for number in range(min(len(told.sessions), MOST_SESSIONS))
    )


def session_in(description: bytes | None) -> CheckpointSession | None:
    """The session that a description names; None for what is none."""
    told = _decoded(description or b"")
    if told is None or not told.session_id:
        return None
    count = told.initial_attribution.agent_lines if told.initial_attribution else None
    return CheckpointSession(name_from(told.session_id), count if count is None or count >= 0 else None)


def _decoded(description: bytes) -> _Metadata | None:
    try:
        return msgspec.json.decode(description, type=_Metadata)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
