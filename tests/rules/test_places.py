"""A folder belongs to the repository of the longest root around it, by whole segments."""

import pytest

from outlay.rules.places import project_of, repository_of

ROOTS = {"/home/a/shop": "acme/shop", "/home/a/shop/vendor/tool": "acme/tool", r"C:\work\shop": "acme/shop"}


@pytest.mark.parametrize(
    ("folder", "repository"),
    [
        ("/home/a/shop", "acme/shop"),
        ("/home/a/shop/src/api", "acme/shop"),
        ("/home/a/shop/vendor/tool/src", "acme/tool"),
        ("/home/a/shopping", None),
        ("/home/a", None),
        (r"C:\work\shop\src", "acme/shop"),
        (None, None),
        ("", None),
    ],
)
def test_a_folder_finds_its_repository(folder, repository):
    assert repository_of(folder, ROOTS) == repository


def test_a_folder_outside_every_repository_is_its_own_project():
    assert project_of("/home/a/notes", ROOTS) == "/home/a/notes"
    assert project_of("/home/a/shop/src", ROOTS) == "acme/shop"
    assert project_of(None, ROOTS) is None
