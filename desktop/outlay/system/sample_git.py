"""Runs git for the sample data: the owner's configuration, hooks and signing key stay out of it."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from outlay.errors import GitError

_SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_ALWAYS = (
    f"git -c core.hooksPath={os.devnull} -c core.logAllRefUpdates=false -c core.autocrlf=false "
    "-c commit.gpgSign=false -c gc.auto=0"
).split()
_SECONDS = 60.0


def sample_git(environment: Mapping[str, str]) -> Callable[..., None]:
    """A function that runs one git command in a folder: `run(folder, *arguments, given=b"")`.

    `environment` finds git; every `GIT_*` in it is dropped. The function raises GitError when git is missing, fails
    or takes longer than a minute.
    """
    kept = {name: value for name, value in environment.items() if not name.upper().startswith("GIT_")}

    def run(folder: Path, *arguments: str, given: bytes = b"") -> None:
        command = [*_ALWAYS, "-C", str(folder), *arguments]
        try:
            subprocess.run(
                command, input=given, env=kept | _SETTINGS, capture_output=True, check=True, timeout=_SECONDS
            )
        except OSError as error:
            raise GitError("Git could not be started.", "Install git, then name an empty folder.") from error
        except subprocess.SubprocessError as error:
            raise GitError(
                f"Git could not make the repository {folder.name}.", "Check its version."
            ) from error

    return run
