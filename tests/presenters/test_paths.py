"""Paths in the home folder are shown short."""

import pytest

from outlay.presenters.paths import short_path


@pytest.mark.parametrize(
    ("path", "home", "shown"),
    [
        ("/home/a/.claude/projects", "/home/a", "~/.claude/projects"),
        ("/home/a", "/home/a", "~"),
        ("/home/ab/.claude", "/home/a", "/home/ab/.claude"),
        ("/srv/logs", "/home/a", "/srv/logs"),
        (r"C:\Users\a\.codex", r"C:\Users\a", r"~\.codex"),
        ("/home/a/x", "", "/home/a/x"),
    ],
)
def test_the_home_folder_is_a_tilde(path, home, shown):
    assert short_path(path, home) == shown
