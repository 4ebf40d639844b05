"""What the reader remembers of one rollout between two readings. Holds hashes and ids, never text."""

from msgspec import DecodeError, Struct, field
from msgspec.msgpack import Decoder, Encoder

from outlay.domain.usage import Edit, ShellFact, Turn
from outlay.readers.logs.codex.tokens import Vector

KEPT_PENDING = 64
"""How many unanswered calls are remembered: answers come soon or never."""

KEPT_SETTLED = 16
"""How many settled calls are remembered: what is told twice is told at once."""

KEPT_RESPONSES = 64
"""How many counted requests a bookmark remembers. While a file is read in one go, all of them are."""


class PackedChange(Struct, array_like=True):
    """Lines a call wants to change in one file, as packed hashes."""

    path: str
    kind: str
    added: bytes
    removed: bytes
    runs: bytes = b""

    @property
    def as_kept(self) -> tuple[str, bytes, bytes, bytes]:
        """Kind and hashes, as an edit takes them."""
        return self.kind, self.added, self.removed, self.runs


class Pending(Struct, array_like=True):
    """A call that waits for its output: what it changes, and the packed hash of its command."""

    changes: list[PackedChange] = field(default_factory=list)
    command: str = ""
    commits: bool = False
    asks_pull: bool = False


class Copy(Struct, array_like=True):
    """The copied beginning of a fork while it lasts: whose it is, and how far it was recognised.

    `own_from` is the ordinal of the first own line, where the log says so itself.
    """

    parent: str
    own_from: int | None = None
    index: int = -1
    by_turns: bool = False


class Held(Struct, array_like=True):
    """Facts after the last recognised copied line: own ones, once it shows that the copy ended there."""

    turns: list[Turn] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    shell: list[ShellFact] = field(default_factory=list)


class State(Struct):
    """Everything a later reading needs.

    `refused`: the file is no rollout. `missing_parent`: the thread whose lines this one begins with, when its file
    was not there to tell them by. `responses`: hashes of counted requests and of what each said first.
    `failed`: hashes of the commands that failed in this turn and have not worked since.
    """

    thread: str = ""
    refused: bool = False
    cwd: str | None = None
    branch: str | None = None
    route: str | None = None
    model: str = ""
    turn_models: dict[str, str] = field(default_factory=dict)
    turn: int = 0
    prompt_form: str = ""
    prompt_at: int = 0
    moment: int | None = None
    previous: Vector | None = None
    resets: int = 0
    unnumbered: int = 0
    has_records: bool = False
    responses: dict[int, int] = field(default_factory=dict)
    partial: bool = False
    missing_parent: str = ""
    copy: Copy | None = None
    held: Held = field(default_factory=Held)
    pending: dict[str, Pending] = field(default_factory=dict)
    settled: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class _Awaited(Struct):
    missing_parent: str = ""


_ENCODER = Encoder()
_DECODER = Decoder(State)
_AWAITED = Decoder(_Awaited)


def packed_state(state: State) -> bytes:
    """The state as a bookmark keeps it."""
    return _ENCODER.encode(state)


def state_from(packed: bytes) -> State | None:
    """The state of a bookmark, a new one when it is empty; None when it cannot be understood."""
    try:
        return _DECODER.decode(packed) if packed else State()
    except DecodeError:
        return None


def missing_parent_in(packed: bytes) -> str:
    """The thread a bookmark's file waits for; empty when it waits for none. Quick: it is asked of every file."""
    try:
        return _AWAITED.decode(packed).missing_parent if packed else ""
    except DecodeError:
        return ""
