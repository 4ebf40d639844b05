"""A small repository of the owner's, made with fixed dates."""

import os
import subprocess
from datetime import UTC, datetime

EMAIL = "me@example.org"


def git(folder, *words, at=None, email=EMAIL):
    """One git command by the owner, or by another, at a fixed moment."""
    moment = (at or datetime(2026, 11, 20, 10, tzinfo=UTC)).isoformat()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Me",
        "GIT_AUTHOR_EMAIL": email,
        "GIT_COMMITTER_NAME": "Me",
        "GIT_COMMITTER_EMAIL": email,
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
    }
    done = subprocess.run(
        ["git", "-C", str(folder), *words], env=environment, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


def commit(folder, name, at=None):
    """Commit one new file; its sha."""
    (folder / f"{name}.py").write_text(f"def {name}():\n    return compute_{name}_of_the_shop()\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", f"Add {name}", at=at)
    return git(folder, "rev-parse", "HEAD")
