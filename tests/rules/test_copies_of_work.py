"""Which commits are copies of one piece of work."""

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.work import LandedCommit
from outlay.rules.copies_of_work import pieces_of
from rules.commits import landed

PATCH = frozenset({("basket.py", b"12345678")})
OTHER = frozenset({("prices.py", b"87654321")})


def count(*commits: LandedCommit) -> int:
    return len(pieces_of(commits))


def test_two_commits_of_one_second_are_two() -> None:
    assert count(landed("a", authored=7, patch=PATCH), landed("b", authored=7, patch=OTHER)) == 2


def test_a_copy_with_a_conflict_keeps_its_subject() -> None:
    first = landed("a", authored=7, subject="Add it", patch=PATCH)
    assert count(first, landed("b", authored=7, subject="Add it", patch=OTHER)) == 1


def test_a_copy_with_another_subject_keeps_its_patch() -> None:
    assert count(landed("a", authored=7, patch=PATCH), landed("b", authored=7, patch=PATCH)) == 1


def test_commits_without_text_somebody_wrote_are_no_copies_of_each_other() -> None:
    assert count(landed("a", authored=7), landed("b", authored=7)) == 2


def test_the_same_subject_at_another_second_is_another_piece() -> None:
    assert count(landed("a", authored=7, subject="wip"), landed("b", authored=8, subject="wip")) == 2


def test_an_address_in_other_letters_is_the_same_author() -> None:
    first = landed("a", authored=7, subject="Add it")
    again = landed("b", authored=7, subject="Add it")._replace(author_email="Sam@Example.com")
    assert count(first, again) == 1


def test_a_commit_known_twice_is_one() -> None:
    assert count(landed("a"), landed("a")) == 1


marked = st.builds(
    lambda name, second, subject, patch: landed(
        f"n{name}", authored=second, subject=subject and f"s{subject}", patch=patch
    ),
    st.integers(0, 40),
    st.integers(0, 2),
    st.sampled_from(["", "1", "2", "3", "4", "5"]),
    st.sampled_from([frozenset(), PATCH, OTHER, PATCH | OTHER]),
)


def alike(one: LandedCommit, other: LandedCommit) -> bool:
    if one.author_moment != other.author_moment:
        return False
    same_subject = bool(one.subject) and one.subject == other.subject
    return one.sha == other.sha or same_subject or (bool(one.patch) and one.patch == other.patch)


@given(st.lists(marked, max_size=12))
def test_every_commit_is_in_one_piece_and_all_its_copies_with_it(commits: list[LandedCommit]) -> None:
    pieces = pieces_of(commits)
    assert sorted(commit for piece in pieces for commit in piece) == sorted(commits)
    for piece in pieces:
        inside = [commit for commit in commits if commit in piece]
        assert not any(alike(one, other) for one in inside for other in commits if other not in piece)
        reached = [piece[0]]
        for one in reached:
            reached.extend(other for other in piece if other not in reached and alike(one, other))
        assert set(reached) == set(piece)
