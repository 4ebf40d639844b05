"""Which own unit a commit belongs to."""

import pytest

from outlay.domain.work import Push
from outlay.rules.attribution.units import first_activity, last_activity, pull_in_time, sign_of
from rules.attribution.facts import DAY, MINUTE, PATH, PLACE, at, commit, copy_of, file, pr, pull, text, units


def shas(unit):
    return {one.sha for one in unit.commits}


def landed_as(unit):
    return [one.sha for one in unit.landing]


def test_a_pull_requests_commits_are_one_unit_with_the_squash_they_landed_as():
    first, second = commit(text("a"), 1), commit(text("b"), 2)
    squash = commit((file([*text("a"), *text("b")]),), 9, landed=9, pull=7)
    found = units([first, second, squash], pulls=(pull(7, [first, second], merged=9),))
    assert set(found) == {pr(7)}
    assert landed_as(found[pr(7)]) == [squash.sha]


def test_a_squash_that_names_its_pull_request_takes_the_branchs_commits_with_it_when_no_forge_tells():
    first, second = commit(text("a"), 1), commit(text("b"), 2)
    squash = commit((file([*text("a"), *text("b")]),), 9, landed=9, pull=7)
    assert {name: shas(unit) for name, unit in units([first, second, squash]).items()} == {
        pr(7): {first.sha, second.sha, squash.sha}
    }


def test_a_squash_of_a_branch_without_a_number_takes_its_commits_with_it():
    first = commit(text("a"), 1)
    squash = commit(text("a"), 9, landed=9)
    found = units([first, squash], branches={first.sha: ("topic",)})
    assert set(found) == {f"commit:{PLACE}@{squash.sha}"}


def test_a_squash_that_holds_little_of_a_branch_leaves_it_on_its_own():
    first = commit(text("a"), 1)
    other = commit([*text("a", 2), *text("z", 20)], 9, landed=9)
    found = units([first, other], branches={first.sha: ("topic",)})
    assert f"branch:{PLACE}:topic" in found


def test_commits_rebased_before_the_merge_stay_with_their_pull_request():
    first = commit(text("a"), 1)
    again = copy_of(first, 20)
    found = units([first, again], pulls=(pull(7, [again]),))
    assert shas(found[pr(7)]) == {first.sha, again.sha}


def test_a_rebase_merge_lands_a_pull_request_by_copies_of_its_commits():
    first, second = commit(text("a"), 1), commit(text("b"), 2)
    copies = [copy_of(first, 20, landed=at(20)), copy_of(second, 20, landed=at(20))]
    found = units([first, second, *copies], pulls=(pull(7, [first, second], merged=20),))
    assert set(found) == {pr(7)}
    assert set(landed_as(found[pr(7)])) == {one.sha for one in copies}


def test_a_rebase_merge_of_one_second_lands_in_the_order_it_was_written():
    first, second = commit(text("a"), 1), commit(text("b"), 2)
    copies = [
        copy_of(first, 20, sha="f" * 40, landed=at(20)),
        copy_of(second, 20, sha="0" * 40, landed=at(20)),
    ]
    found = units([first, second, *copies], pulls=(pull(7, [first, second], merged=20),))
    assert landed_as(found[pr(7)]) == ["f" * 40, "0" * 40]


def test_an_amended_commit_is_the_same_work():
    first = commit(text("a"), 1)
    amended = copy_of(first, 3, files=(file([*text("a"), *text("b")]),))
    assert {
        name: shas(unit) for name, unit in units([first, amended], pulls=(pull(7, [amended]),)).items()
    } == {pr(7): {first.sha, amended.sha}}


def test_a_commit_of_another_second_is_other_work():
    assert len(units([commit(text("a"), 1, landed=1), commit(text("b"), 26 * 60, landed=26 * 60)])) == 2


def test_what_a_merge_brought_belongs_to_the_number_it_names():
    one = commit(text("a"), 1, landed=9, through="c" * 40, pull=7)
    assert set(units([one])) == {pr(7)}


def test_a_branch_without_a_pull_request_is_a_unit():
    one = commit(text("a"), 1)
    found = units([one], branches={one.sha: ("main", "topic")})
    assert set(found) == {f"branch:{PLACE}:topic"}


def test_commits_on_the_head_branch_of_an_unlisted_pull_request_are_its():
    one = commit(text("a"), 1)
    found = units([one], branches={one.sha: ("topic",)}, pulls=(pull(7, head_branch="topic", created=2),))
    assert set(found) == {pr(7)}


def test_a_branch_name_used_again_belongs_to_the_pull_request_of_its_time():
    early, late = commit(text("a"), 1), commit(text("b"), 60)
    pulls = (pull(7, head_branch="topic", merged=30), pull(9, head_branch="topic", created=61))
    names = {early.sha: ("topic",), late.sha: ("topic",)}
    found = units([early, late], branches=names, pulls=pulls)
    assert {name: shas(unit) for name, unit in found.items()} == {pr(7): {early.sha}, pr(9): {late.sha}}
    assert pull_in_time(pulls, at(30)).number == 7
    assert pull_in_time(pulls[:1], at(31)) is None


def test_a_pull_request_that_only_the_logs_saw_opened_takes_its_branch():
    one = commit(text("a"), 1)
    assert set(units([one], branches={one.sha: ("topic",)}, pull_branches={"topic": 7})) == {pr(7)}


def test_a_pull_request_known_by_its_own_reference_takes_its_commits():
    one = commit(text("a"), 1)
    assert set(units([one], pull_heads={one.sha: 7})) == {pr(7)}


def test_a_pull_request_without_any_known_commit_is_a_unit_of_its_own():
    assert units([], pulls=(pull(7),))[pr(7)].commits == ()


def test_a_commit_that_a_stacked_pull_request_lists_again_stays_with_the_one_that_merged_it():
    low, high = commit(text("a"), 1), commit(text("b"), 2)
    pulls = (pull(7, [low], merged=9), pull(8, [low, high], merged=20))
    assert shas(units([low, high], pulls=pulls)[pr(7)]) == {low.sha}


def test_direct_commits_of_one_push_are_one_unit():
    first, second, third = (commit(text(name), n, landed=n) for n, name in enumerate("abc", 1))
    pushes = (Push(at(2.5), second.sha), Push(at(4), third.sha))
    assert [len(unit.commits) for unit in units([first, second, third], pushes=pushes).values()] == [2, 1]


def test_another_persons_push_groups_nothing():
    first, second = commit(text("a"), 1, landed=1), commit(text("b"), 3, landed=3)
    pushes = (Push(at(2), "d" * 40), Push(at(4), second.sha))
    assert len(units([first, second], pushes=pushes)) == 1


def test_direct_commits_without_a_remote_are_grouped_by_day():
    minutes = (1, 2, 1 + DAY / MINUTE)
    commits = [commit(text(f"a{n}"), minute, landed=minute) for n, minute in enumerate(minutes)]
    assert [len(unit.commits) for unit in units(commits).values()] == [2, 1]


def test_direct_commits_of_one_ticket_are_one_unit_whenever_they_were_made():
    first, second = commit(text("a"), 1, landed=1), commit(text("b"), 9_000, landed=9_000)
    tickets = {first.sha: "LED-1", second.sha: "LED-1"}
    assert set(units([first, second], tickets=tickets)) == {f"commit:{PLACE}@{first.sha}"}


def test_a_cherry_picked_commit_stays_one_piece_of_work():
    first = commit(text("a"), 1)
    picked = copy_of(first, 50, landed=at(50))
    found = units([first, picked], branches={first.sha: ("release",)})
    assert [shas(unit) for unit in found.values()] == [{first.sha, picked.sha}]


def test_commits_nobody_holds_stand_alone():
    assert len(units([commit(text("a"), 1), commit(text("b"), 2)])) == 2


def test_units_do_not_depend_on_the_order_of_commits():
    commits = [commit(text(f"a{n}"), n, landed=n if n % 2 else None) for n in range(6)]
    assert units(commits) == units(commits[::-1])


def test_a_unit_was_first_and_last_active_when_its_commits_and_its_forge_say():
    one = commit((file(text("a"), PATH),), 5)
    unit = units([one], pulls=(pull(7, [one], created=9, merged=30),))[pr(7)]
    assert (first_activity(unit), last_activity(unit)) == (at(5), at(30))


def test_a_title_does_not_change_a_units_sign_and_a_landing_does():
    one = commit(text("a"), 5)
    signs = [
        sign_of(units([copy], pulls=(pull(7, [one], title=title),))[pr(7)])
        for copy, title in ((one, "A"), (one, "B"), (one._replace(landed=at(9), through=one.sha), "A"))
    ]
    assert signs[0] == signs[1] != signs[2]


def rebased(*names, at_second=20 * 60, **last):
    """Commits written a minute apart and moved onto the default branch together; `last` is said of the last."""
    found, below = [], "b" * 40
    for number, name in enumerate(names, 1):
        told = {"parents": (below,)} | (last if number == len(names) else {})
        minute = (at_second + number) / 60
        found.append(commit(text(name), number, committed=minute, landed=minute, **told))
        below = found[-1].sha
    return found


def by_item(commits, **more):
    return {name: shas(unit) for name, unit in units(commits, **more).items() if unit.commits}


def of_seven(last, size, **more):
    return pull(7, merged=21, merge_commit=last.sha, **more)._replace(
        commits=tuple(f"{n:040x}" for n in range(1, size + 1))
    )


def test_a_rebase_merge_whose_branch_is_gone_is_one_unit():
    moved = rebased(*"abc")
    assert by_item(moved, pulls=(of_seven(moved[-1], 3),)) == {pr(7): {one.sha for one in moved}}


def test_the_number_alone_on_the_last_commit_takes_what_was_pushed_with_it():
    moved = rebased(*"abc", pull=7)
    pushes = (Push(at(21), moved[-1].sha),)
    assert by_item(moved, pushes=pushes) == {pr(7): {one.sha for one in moved}}
    assert len(by_item(moved)) == 2


def test_the_commits_of_its_own_reference_say_how_many_a_pull_request_has():
    moved = rebased(*"abc", pull=7)
    heads = {f"{n:040x}": 7 for n in range(2)}
    assert by_item(moved, pull_heads=heads)[pr(7)] == {one.sha for one in moved[1:]}


def test_only_as_many_commits_as_the_pull_request_has_are_taken():
    moved = rebased(*"abc")
    assert by_item(moved, pulls=(of_seven(moved[-1], 2),))[pr(7)] == {one.sha for one in moved[1:]}


def test_a_squash_takes_nothing_from_below_it():
    moved = rebased(*"ab")
    squash = commit(text("c"), 21, landed=21, parents=(moved[-1].sha,))
    assert by_item([*moved, squash], pulls=(of_seven(squash, 3),))[pr(7)] == {squash.sha}


@pytest.mark.parametrize(
    "change",
    [
        {"authored": at(20), "committed": at(20)},
        {"committed": at(18)},
        {"parents": ("b" * 40, "c" * 40)},
        {"through": "c" * 40},
        {"landed": None, "through": None},
        {"email": "sam@example.org"},
        {"pull": 6},
    ],
    ids=[
        "not_moved",
        "earlier",
        "a_merge",
        "on_a_side_branch",
        "not_landed",
        "another_author",
        "another_number",
    ],
)
def test_a_rebase_merge_ends_above_a_commit_that_did_not_come_with_it(change):
    first, second, last = rebased(*"abc")
    second = second._replace(**change)
    assert by_item([first, second, last], pulls=(of_seven(last, 3),))[pr(7)] == {last.sha}


def test_a_rebase_merge_ends_above_another_persons_commit():
    first, _, last = rebased(*"abc")
    assert by_item([first, last], pulls=(of_seven(last, 3),))[pr(7)] == {last.sha}


def test_a_rebase_merge_ends_where_the_default_branch_was_seen_before():
    first, second, last = rebased(*"abc")
    known = {"pulls": (of_seven(last, 3),), "pushes": (Push(at(20.2), second.sha), Push(at(21), last.sha))}
    assert by_item([first, second, last], **known)[pr(7)] == {last.sha}


def test_two_rebase_merges_of_one_minute_stay_apart():
    moved = rebased(*"abcd")
    pulls = (of_seven(moved[3], 4), pull(6, merge_commit=moved[1].sha, merged=20))
    found = by_item(moved, pulls=pulls)
    assert found[pr(7)] == {one.sha for one in moved[2:]}
    assert moved[1].sha in found[pr(6)]


def test_without_a_told_size_a_commit_of_another_ticket_is_other_work():
    first, second, last = rebased(*"abc", pull=7)
    tickets = {second.sha: "LED-2", last.sha: "LED-3"}
    found = by_item([first, second, last], pushes=(Push(at(21), last.sha),), tickets=tickets)
    assert found[pr(7)] == {last.sha}


def test_a_commit_that_names_a_pull_request_known_to_have_landed_otherwise_takes_nothing():
    moved = rebased(*"abc", pull=7)
    known = pull(7, merged=5, merge_commit="d" * 40)
    pushes = (Push(at(21), moved[-1].sha),)
    assert by_item(moved, pulls=(known,), pushes=pushes)[pr(7)] == {moved[-1].sha}
