"""Paths in the home folder are shown short."""

import pytest

from outlay.presenters.paths import short_path, with_short_paths


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


def test_paths_in_a_sentence_are_shown_short_and_others_left_alone():
    told = "Codex: /home/ada/.codex cannot be read, nor /mnt/home/ada/x or /home/adam/y."
    assert (
        with_short_paths(told, "/home/ada")
        == "Codex: ~/.codex cannot be read, nor /mnt/home/ada/x or /home/adam/y."
    )
    assert with_short_paths(told, "") == told
