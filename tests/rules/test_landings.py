"""When commits got onto a branch, as a pure rule over the graph."""

from hypothesis import given
from hypothesis import strategies as st

from outlay.domain.moments import UtcMillis
from outlay.rules.landings import GraphCommit, LandingLine, landings_of


def graph(*commits: tuple[str, str]) -> list[GraphCommit]:
    """Commits by name and parents, tip first; each one's moment is its place counted from the root."""
    return [
        GraphCommit(name, tuple(parents), UtcMillis(len(commits) - at))
        for at, (name, parents) in enumerate(commits)
    ]


def moments(commits: list[GraphCommit]) -> dict[str, int]:
    return {landing.sha: landing.moment for landing in landings_of(commits)}


def test_a_straight_line_lands_commit_by_commit() -> None:
    assert moments(graph(("c", "b"), ("b", "a"), ("a", ""))) == {"c": 3, "b": 2, "a": 1}


def test_a_merged_side_branch_lands_with_its_merge() -> None:
    commits = graph(("m", "by"), ("y", "x"), ("x", "a"), ("b", "a"), ("a", ""))
    assert moments(commits) == {"m": 5, "y": 5, "x": 5, "b": 2, "a": 1}


def test_a_commit_merged_twice_landed_with_the_first_merge() -> None:
    commits = graph(("n", "mz"), ("z", "x"), ("m", "bx"), ("x", "a"), ("b", "a"), ("a", ""))
    assert moments(commits) == {"n": 6, "z": 6, "m": 4, "x": 4, "b": 2, "a": 1}


def test_a_branch_merged_into_another_lands_with_the_outer_merge() -> None:
    commits = graph(("m", "at"), ("t", "xy"), ("y", "a"), ("x", "a"), ("a", ""))
    assert moments(commits) == {"m": 5, "t": 5, "y": 5, "x": 5, "a": 1}


def test_a_landing_says_which_commit_of_the_line_it_came_with() -> None:
    commits = graph(("n", "mz"), ("z", "x"), ("m", "bx"), ("x", "a"), ("b", "a"), ("a", ""))
    through = {landing.sha: landing.through for landing in landings_of(commits)}
    assert through == {"n": "n", "z": "n", "m": "m", "x": "m", "b": "b", "a": "a"}


def test_a_landing_says_with_which_pull_request_it_came() -> None:
    merge = GraphCommit("m", ("b", "x"), UtcMillis(4), "Merge pull request #7 from sam/topic")
    squashed = GraphCommit("b", ("a",), UtcMillis(2), "Add the basket (#6)")
    side = GraphCommit("x", ("a",), UtcMillis(3), "Say why (#5)")
    landings = landings_of([merge, side, squashed, GraphCommit("a", (), UtcMillis(1))])
    assert {landing.sha: landing.pull for landing in landings} == {"m": 7, "x": 7, "b": 6, "a": None}


def test_the_line_says_where_it_leads_back_to() -> None:
    line = LandingLine("m")
    for commit in graph(("m", "by"), ("y", "old"), ("b", "o")):
        line.landed(commit)
    assert line.base == "o"


@st.composite
def histories(draw: st.DrawFn) -> list[GraphCommit]:
    """A history with one tip: every commit but the last has a child; moments need not grow."""
    count = draw(st.integers(1, 24))
    commits: list[GraphCommit] = []
    for at in range(count):
        others = [str(n) for n in range(at)]
        parents = draw(st.lists(st.sampled_from(others), max_size=3, unique=True)) if others else []
        if at == count - 1:
            inner = {parent for commit in commits for parent in commit.parents}
            parents = list(dict.fromkeys([*parents, *(name for name in others if name not in inner)]))
        commits.append(GraphCommit(str(at), tuple(parents), UtcMillis(draw(st.integers(0, 99)))))
    return commits[::-1]


def reached(start: str, parents: dict[str, tuple[str, ...]]) -> set[str]:
    found, left = set(), [start]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left.extend(parents[name])
    return found


def first_parent_line(tip: str, parents: dict[str, tuple[str, ...]]) -> list[str]:
    line = [tip]
    while parents[line[-1]]:
        line.append(parents[line[-1]][0])
    return line


@given(histories())
def test_every_commit_lands_with_the_oldest_commit_of_the_line_that_reaches_it(
    commits: list[GraphCommit],
) -> None:
    parents = {commit.sha: commit.parents for commit in commits}
    moment = {commit.sha: commit.moment for commit in commits}
    expected = {}
    for through in first_parent_line(commits[0].sha, parents):
        expected.update({sha: (sha, moment[through], through, None) for sha in reached(through, parents)})
    assert {landing.sha: landing for landing in landings_of(commits)} == expected


@given(histories(), st.data())
def test_reading_on_from_a_commit_of_the_line_gives_what_reading_at_once_gives(
    commits: list[GraphCommit], data: st.DataObject
) -> None:
    parents = {commit.sha: commit.parents for commit in commits}
    old = data.draw(st.sampled_from(first_parent_line(commits[0].sha, parents)))
    known = reached(old, parents)
    before = [commit for commit in commits if commit.sha in known]
    line = LandingLine(commits[0].sha)
    after = {commit.sha: line.landed(commit).moment for commit in commits if commit.sha not in known}
    assert line.base == old
    assert {**moments(before), **after} == moments(commits)
