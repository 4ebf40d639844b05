"""Tool calls and their outputs: what a call wants, and what its output says came of it.

Source: log-formats.md section 2.5; outputs as `exec_command` ("Process exited with code 0"), `shell_command`
("Exit code: 0"), the older JSON ("metadata":{"exit_code":0}) and scripts ("Script completed") write them.
"""

import re
import shlex
from typing import Any, NamedTuple

from msgspec import DecodeError
from msgspec.json import decode

from outlay.readers.logs.codex.patches import FileChange, changes_in_heredocs, changes_in_text
from outlay.readers.logs.codex.records import Payload
from outlay.readers.logs.shell import (
    LOOKED_AT,
    makes_commit,
    makes_pull_request,
    moved_to,
)

_TAIL_BYTES = 400
_ANNOUNCEMENT_BYTES = 200
_HEAD_BYTES = 256
_SHELLS = frozenset(
    ("sh", "bash", "zsh", "dash", "fish", "pwsh", "powershell", "powershell.exe", "cmd", "cmd.exe")
)
_TIMESTAMP = re.compile(rb'"timestamp"\s*:\s*"([^"]*)"')
_CALL_ID = re.compile(rb'"call_id"\s*:\s*"([^"\\]{1,200})"')
_OUTPUT = re.compile(rb'"(?:output|aggregated_output)"\s*:\s*')
_EXIT = re.compile(rb"(?:Process exited with code|Exit code:) (-?\d+)")
_METADATA_EXIT = re.compile(rb'(?<!\\)\\"exit_code\\"\s*:\s*(-?\d+)')
_ANNOUNCED = re.compile(rb'Output:|\\"output\\"')
_SAYS_DONE = (b"Success. Updated the following files", b"Script completed")
_SAYS_FAILED = (b"Script failed",)


class Asked(NamedTuple):
    """What a call wants. `command` is empty when it is no shell call."""

    command: str
    changes: list[FileChange]
    workdir: str | None = None
    commits: bool = False
    asks_pull: bool = False


def call_from(payload: Payload) -> Asked | None:
    """What a `function_call`, `custom_tool_call` or `local_shell_call` wants; None when that is nothing of ours."""
    name = (payload.name or "").removeprefix("functions.")
    if payload.type == "custom_tool_call":
        return _script_from(name, payload.input or "")
    if payload.type == "local_shell_call" and payload.action is not None:
        return shell_from(payload.action.command, payload.action.working_directory)
    arguments = _arguments_of(payload.arguments)
    if name == "apply_patch":
        return _patch_from(arguments)
    workdir = arguments.get("workdir")
    return shell_from(
        arguments.get("cmd", arguments.get("command")), workdir if isinstance(workdir, str) else None
    )


def shell_from(command: Any, workdir: str | None) -> Asked | None:
    """What a shell command wants, given as text or as an argument list."""
    text = command if isinstance(command, str) else _text_of(command)
    if not text:
        return None
    changes = changes_in_text(text) or (changes_in_heredocs(text) if "<<" in text else [])
    return Asked(text, changes, moved_to(text, workdir), makes_commit(text), makes_pull_request(text))


def call_id_of(line: bytes) -> str | None:
    """The call an output line belongs to."""
    match = _CALL_ID.search(line, 0, 600) or _CALL_ID.search(line, max(0, len(line) - _TAIL_BYTES))
    return match[1].decode("utf-8", "replace") if match else None


def timestamp_in(line: bytes) -> str | None:
    """The time an output line begins with, as it stands."""
    match = _TIMESTAMP.search(line, 0, _HEAD_BYTES)
    return match[1].decode("ascii", "replace") if match else None


def clipped(view: memoryview) -> bytes:
    """The beginning of an output line and its last bytes, where the older form has its exit code."""
    if len(view) <= LOOKED_AT + 2 * _TAIL_BYTES:
        return bytes(view)
    return bytes(view[: LOOKED_AT + _TAIL_BYTES]) + bytes(view[-_TAIL_BYTES:])


def exit_code_in(line: bytes) -> int | None:
    """What an output line says of success: 0, another code, or None when it does not say."""
    output = _output_in(line)
    announced = _ANNOUNCED.search(output)
    match = _EXIT.search(output[: announced.start() if announced else _ANNOUNCEMENT_BYTES])
    if match is None and output.startswith(b'"{'):
        match = _METADATA_EXIT.search(line, max(0, len(line) - _TAIL_BYTES))
    if match is not None:
        return int(match[1])
    if any(mark in output[:_ANNOUNCEMENT_BYTES] for mark in _SAYS_FAILED):
        return 1
    return 0 if any(mark in output[:_ANNOUNCEMENT_BYTES] for mark in _SAYS_DONE) else None


def printed_in(line: bytes) -> str:
    """The beginning of the output in an output line, as the command printed it."""
    return _unescaped(_output_in(line)).decode("utf-8", "replace")


def _script_from(name: str, text: str) -> Asked:
    changes = changes_in_text(text)
    if name == "apply_patch":
        return Asked("", changes)
    return Asked("", changes, None, makes_commit(text), makes_pull_request(text))


def _patch_from(arguments: dict[str, Any]) -> Asked | None:
    text = next((arguments[key] for key in ("patch", "input") if isinstance(arguments.get(key), str)), None)
    return Asked("", changes_in_text(text)) if text else None


def _arguments_of(arguments: str | dict[str, Any] | None) -> dict[str, Any]:
    if isinstance(arguments, str):
        try:
            arguments = decode(arguments)
        except DecodeError:
            return {}
    return arguments if isinstance(arguments, dict) else {}


def _text_of(command: Any) -> str:
    """The script of `bash -lc script`, else the arguments as a shell would read them."""
    words = [word for word in command if isinstance(word, str)] if isinstance(command, list) else []
    if len(words) == 3 and words[0].replace("\\", "/").rpartition("/")[2] in _SHELLS:  # noqa: PLR2004
        return words[2]
    return words[1] if words[:1] == ["apply_patch"] and len(words) > 1 else shlex.join(words)


def _output_in(line: bytes) -> bytes:
    start = _OUTPUT.search(line)
    return line[start.end() : start.end() + LOOKED_AT] if start else b""


def _unescaped(output: bytes) -> bytes:
    """Line breaks as such, for outputs written as JSON text once or twice over; a quote ends a line as well."""
    return output.replace(b"\\\\n", b"\n").replace(b"\\n", b"\n").replace(b'\\"', b"\n").lstrip(b'"')
