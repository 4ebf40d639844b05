"""The token that GitHub's own command line holds for a host. Asked only of an account that was set so by its owner."""

import subprocess
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from outlay.domain.accounts import RemoteError, Trouble

_SECONDS: Final = 10.0


def gh_token(address: str, environment: Mapping[str, str], seconds: float = _SECONDS) -> str:
    """What `gh auth token` says for the host of an address.

    Raises RemoteError: NO_SECRET where gh is not there or not signed in, KEYRING_SLOW where it does not answer.
    Source: the manual page gh-auth-token(1).
    """
    host = urlsplit(address).hostname or ""
    try:
        told = subprocess.run(
            ["gh", "auth", "token", "--hostname", host],
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=True,
        )
    except subprocess.TimeoutExpired:
        raise RemoteError(Trouble.KEYRING_SLOW) from None
    except (OSError, subprocess.CalledProcessError):
        raise RemoteError(Trouble.NO_SECRET) from None
    return told.stdout.decode(errors="replace").strip()
