"""Who took what back on the default branch, whoever wrote it."""

from readers.git.conftest import KAI, SAM, LittleRepository, moment


def test_a_mates_revert_is_told_without_anything_else_of_the_mate(repo: LittleRepository) -> None:
    mine = repo.add("basket.py", 1)
    repo.git("revert", "--no-edit", "HEAD", minute=2, email=KAI)
    reading = repo.read()
    assert reading.reverts == ((repo.head(), mine, moment(2), repo.head(), None),)
    assert [commit.sha for commit in reading.commits] == [mine]


def test_a_revert_of_a_merge_names_the_merge_that_the_work_came_through(repo: LittleRepository) -> None:
    repo.add("start.py", 0, KAI)
    repo.git("checkout", "-qb", "topic")
    mine = repo.add("topic.py", 1)
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "Merge pull request #1", "topic", minute=3, email=KAI)
    merge = repo.head()
    repo.git("revert", "-m", "1", "--no-edit", "HEAD", minute=5)
    reading = repo.read()
    assert (mine, moment(3), merge, 1) in reading.landings
    assert [revert.reverted for revert in reading.reverts] == [merge]


def test_a_revert_on_a_branch_lands_with_its_merge(repo: LittleRepository) -> None:
    mine = repo.add("basket.py", 1)
    repo.git("checkout", "-qb", "undo")
    repo.git("revert", "--no-edit", "HEAD", minute=2, email=KAI)
    undo = repo.head()
    assert repo.read().reverts == ()
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "Merge pull request #2", "undo", minute=6, email=KAI)
    assert repo.read().reverts == ((undo, mine, moment(6), repo.head(), 2),)


def test_reading_on_tells_only_new_reverts(repo: LittleRepository) -> None:
    mine = repo.add("basket.py", 1)
    repo.git("revert", "--no-edit", "HEAD", minute=2, email=KAI)
    first = repo.read()
    repo.git("revert", "--no-edit", "HEAD", minute=3, email=KAI)
    second = repo.read(first.bookmark)
    assert [revert.reverted for revert in second.reverts] == [first.reverts[0].sha]
    assert set(first.reverts + second.reverts) == set(repo.read().reverts)
    assert first.reverts[0].reverted == mine


def test_a_message_that_only_speaks_of_reverting_takes_nothing_back(repo: LittleRepository) -> None:
    repo.add("basket.py", 1)
    repo.commit("Say what it means\n\nThis reverts commit messages to English.", 2, SAM)
    assert repo.read().reverts == ()


def test_letters_that_are_no_text_in_a_message_do_not_hide_a_revert(repo: LittleRepository) -> None:
    mine = repo.add("basket.py", 1)
    repo.write("message", f"Take back\n\n\u2028caf\u00e9 \x01x\n\nThis reverts commit\n{mine[:9]}.\n")
    repo.git("add", "-A")
    repo.git("-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-qF", "message", minute=2, email=KAI)
    assert [revert.reverted for revert in repo.read().reverts] == [mine[:9]]


def test_a_revert_by_pull_request_names_its_number(shared: LittleRepository) -> None:
    shared.add("basket.py", 1)
    undo = shared.commit('Revert "Add basket" (#13)\n\nReverts Acme/Ledger#12', 2, KAI)
    shared.fetched("main", undo, 2)
    assert shared.read().reverts == ((undo, "#12", moment(2), undo, 13),)
