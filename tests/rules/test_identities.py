"""Which commit e-mails are the owner's."""

import pytest

from outlay.rules.identities import Login, is_own, login_of, noreply_of

GITHUB, GITLAB = "users.noreply.github.com", "users.noreply.gitlab.com"


@pytest.mark.parametrize(
    ("email", "login"),
    [
        (f"12+sam-e@{GITHUB}", Login("github.com", "sam-e")),
        (f"Sam-E@{GITHUB}", Login("github.com", "sam-e")),
        (f"12-sam@{GITHUB}", Login("github.com", "12-sam")),
        (f"12-sam.e@{GITLAB}", Login("gitlab.com", "sam.e")),
        ("12-sam@users.noreply.gitlab.example.com", Login("gitlab.example.com", "sam")),
        ("sam@noreply.codeberg.org", Login("codeberg.org", "sam")),
        (f"49+robot[bot]@{GITHUB}", None),
        ("noreply@github.com", None),
        ("sam@example.com", None),
        ("", None),
    ],
)
def test_a_noreply_address_names_a_login_at_one_forge(email: str, login: Login | None) -> None:
    assert login_of(email) == login


@pytest.mark.parametrize(
    ("email", "own"),
    [
        ("Sam@Example.com", True),
        (" sam@example.com ", True),
        (f"12+sam-e@{GITHUB}", True),
        (f"sam-e@{GITHUB}", True),
        (f"12-sam-e@{GITLAB}", False),
        (f"12+sam@{GITHUB}", False),
        ("sam-e@github.com", False),
        ("kai@example.com", False),
        ("", False),
    ],
)
def test_every_form_of_a_known_login_is_own_and_no_other(email: str, own: bool) -> None:
    assert is_own(email, frozenset({"sam@example.com", f"99+Sam-E@{GITHUB}", ""})) is own


def test_a_proposed_noreply_address_matches_the_numbered_form() -> None:
    assert is_own(f"7+sam-e@{GITHUB}", frozenset({noreply_of("Sam-E")}))
