"""Where in which repository a file lies."""

from outlay.rules.attribution.checkouts import Checkouts, Spot
from outlay.rules.attribution.heads import Heads
from rules.attribution.facts import ROOT, at, head

ROOTS = {"/home/sam/ledger": "acme/ledger", "/home/sam/ledger/tools/mini": "acme/mini"}
PATHS = {
    "src/basket.py": frozenset({"acme/ledger"}),
    "README.md": frozenset({"acme/ledger", "acme/mini"}),
    "src/both.py": frozenset({"acme/ledger", "acme/mini"}),
    "setup.py": frozenset({"acme/ledger"}),
}


def spot(path, learnt=()):
    checkouts = Checkouts(ROOTS, PATHS)
    checkouts.learn(learnt)
    return checkouts.spot_of(path)


def test_a_file_lies_below_its_checkouts_root():
    assert spot("/home/sam/ledger/src/a.py") == Spot("acme/ledger", "/home/sam/ledger", "src/a.py")


def test_a_repository_inside_of_another_keeps_its_own_files():
    assert spot("/home/sam/ledger/tools/mini/a.py").place == "acme/mini"


def test_a_root_is_a_spot_itself():
    assert spot("/home/sam/ledger") == Spot("acme/ledger", "/home/sam/ledger", "")


def test_a_folder_whose_name_only_begins_like_a_root_is_outside():
    assert spot("/home/sam/ledger-notes/src/x.py") is None


def test_a_removed_worktree_is_learnt_from_a_file_that_was_edited_in_it():
    edited = "/trees/fix-12/src/basket.py"
    assert spot("/trees/fix-12/docs/new.md", [edited]) == Spot("acme/ledger", "/trees/fix-12", "docs/new.md")


def test_a_path_that_no_repository_ever_had_teaches_nothing():
    assert spot("/trees/other/notes.txt", ["/trees/other/notes.txt"]) is None


def test_a_path_of_two_repositories_is_decided_by_a_folders_name_or_not_at_all():
    assert spot("/trees/mini-7/src/both.py", ["/trees/mini-7/src/both.py"]).place == "acme/mini"
    assert spot("/trees/x7/src/both.py", ["/trees/x7/src/both.py"]) is None


def test_a_bare_file_name_is_too_little_without_the_repositorys_name():
    assert spot("/trees/x7/setup.py", ["/trees/x7/setup.py"]) is None
    assert spot("/trees/ledger-x7/setup.py", ["/trees/ledger-x7/setup.py"]).root == "/trees/ledger-x7"


def test_a_checkouts_branch_is_the_last_one_it_went_to():
    heads = Heads([head("fix", 20), head("main", 0), head("other", 5, "/elsewhere")])
    assert [heads.branch_at(ROOT, at(minute)) for minute in (-1, 0, 19, 20)] == [None, "main", "main", "fix"]


def test_a_detached_head_names_no_branch():
    assert Heads([head("main", 0), head(None, 5)]).branch_at(ROOT, at(6)) is None


def test_a_checkout_without_a_log_names_none():
    assert Heads([]).branch_at(ROOT, at(6)) is None
