"""One request of a VS Code chat session, as far as it is told: its counters come in pieces, its edits one by one.

Source: VS Code's chat model (`chatSessions`), log-formats.md section 4.1.
"""

from typing import Any, Final

from msgspec import Raw, Struct, field
from xxhash import xxh3_64_hexdigest

from outlay.domain.moments import UtcMillis
from outlay.domain.usage import Quality, SessionKey, UsageEvent
from outlay.readers.logs.copilot.charges import charge_of, multiplier_shown
from outlay.readers.logs.copilot.edits import lines_of
from outlay.readers.logs.copilot.records import PATH_LENGTH, Count, counts_of, unique_id
from outlay.readers.logs.loose import Moment, clean

_VENDOR: Final = "copilot"
_MARKDOWN: Final = "markdownContent"


class Metadata(Struct, rename="camel", gc=False):
    """What the extension says of an answer. `promptTokens` is what its last round sent."""

    prompt_tokens: Count | None = None
    output_tokens: Count | None = None
    resolved_model: str | None = None


class Outcome(Struct, gc=False):
    """`result`; `details` is the line shown below the answer."""

    details: str | None = None
    metadata: Metadata | None = None


class Asked(Struct, rename="camel", gc=False):
    """A request as the session holds it."""

    request_id: str | None = None
    timestamp: Moment | None = None
    model_id: str | None = None
    completion_tokens: Count | None = None
    is_system_initiated: bool | None = None
    result: Outcome | None = None
    response: list[Raw] | None = None


class Uri(Struct, gc=False):
    """A place as the editor writes it down; `fsPath` is the path on this machine."""

    fs_path: str | None = field(default=None, name="fsPath")
    path: str | None = None


class Part(Struct, gc=False):
    """A part of an answer; the kind `textEditGroup` holds what was written into a file."""

    kind: Any = None
    uri: Uri | None = None
    edits: list[Raw] | None = None


class Words(Struct, gc=False):
    """A part of an answer that is words; without a kind, or `markdownContent` around the same."""

    kind: Any = None
    value: str | None = None
    content: "Words | None" = None

    @property
    def text(self) -> str | None:
        """What it says."""
        plain = self.value if self.kind is None else None
        return self.content.value if self.content and self.kind == _MARKDOWN else plain


class TextEdit(Struct, gc=False):
    """A text put into a file; what it took the place of is not told."""

    text: str | None = None


class Known(Struct, omit_defaults=True):
    """What is known of a request, without any text.

    `number` is its turn, None where nobody asked. `files` holds the path that a part of the answer writes to,
    `written` how many of its edits were handed over. `shown` holds the hashes of code (lines, runs) that parts show,
    until the answer is done; `told` the parts whose code was handed over.
    """

    ident: str = ""
    number: int | None = None
    moment: int | None = None
    model: str | None = None
    prompt: int | None = None
    output: int | None = None
    premium: float | None = None
    done: bool = False
    changed: bool = False
    parts: int = 0
    files: dict[int, str] = {}
    written: dict[str, int] = {}
    shown: dict[int, tuple[bytes, bytes]] = {}
    told: set[int] = set()

    def learn(self, asked: Asked) -> None:
        """Take over what a piece tells."""
        outcome = asked.result or Outcome()
        metadata = outcome.metadata or Metadata()
        before = self._told
        self.ident = clean(asked.request_id) or self.ident
        self.model = clean(metadata.resolved_model) or self.model or clean(asked.model_id)
        self.prompt = metadata.prompt_tokens if metadata.prompt_tokens is not None else self.prompt
        told = metadata.output_tokens if metadata.output_tokens is not None else asked.completion_tokens
        self.output = told if told is not None else self.output
        shown = multiplier_shown(outcome.details)
        self.premium = shown if shown is not None else self.premium
        self.done = self.done or asked.result is not None
        self.changed = self.changed or before != self._told

    @property
    def is_billed(self) -> bool:
        """Whether its end, and anything of what it took, is known."""
        return self.done and (self.prompt, self.output, self.premium) != (None, None, None)

    @property
    def _told(self) -> tuple[object, ...]:
        return self.done, self.prompt, self.output, self.premium, self.model

    def shows(self, part: int, hashes: tuple[bytes, bytes] | None) -> None:
        """A part shows code, or none any more; a part is set anew while it is written."""
        if hashes is None or part in self.told:
            self.shown.pop(part, None)
        else:
            self.shown[part] = hashes

    def new_shown(self) -> dict[int, tuple[bytes, bytes]]:
        """Code that parts of an answer show, each once and when the answer is done."""
        if not self.done:
            return {}
        new, self.shown = self.shown, {}
        self.told |= new.keys()
        return new

    def new_edits(self, part: int, base: int, edits: list[list[str]]) -> tuple[str, int, list[list[str]]]:
        """Edits of a part that were not handed over before: the call they belong to, the first one's number, lines.

        `base` is where the given ones stand among the part's edits; -1 is after all that were told.
        """
        path = self.files.get(part, "")
        place = f"{part}:{xxh3_64_hexdigest(path.encode(errors='replace'))[:8]}"
        told = self.written.get(place, 0)
        start = told if base < 0 else base
        self.written[place] = max(told, start + len(edits))
        return place, max(told, start), edits[max(told - start, 0) :]


def event_of(known: Known, session: SessionKey, moment: UtcMillis, cwd: str | None) -> UsageEvent:
    """A request as an event: its input is that of the last round alone, and the cache's part is not told."""
    vendor, slash, model = (known.model or "").partition("/")
    charge = charge_of(None, known.premium)
    return UsageEvent(
        f"copilot:{unique_id(known.ident, session.session)}",
        "",
        session,
        moment,
        model if slash else vendor,
        counts_of(known.prompt, known.output),
        cwd,
        turn=known.number,
        route=vendor if slash and vendor != _VENDOR else None,
        reported_micros=charge.micros,
        quality=Quality.PARTIAL,
        reported_unit=charge.unit,
        reported_units=charge.units,
    )


def path_in(uri: Uri | None) -> str | None:
    """The path a part of an answer writes to."""
    return clean(uri.fs_path or uri.path, PATH_LENGTH) if uri else None


def lines_in(edits: list[TextEdit]) -> list[str]:
    """The lines that edits made at once put in."""
    return [line for edit in edits for line in lines_of(edit.text)]
