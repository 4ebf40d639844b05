"""What a command and its output say, in one table for every reader that meets shell calls."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlay.readers.logs.claude_code.edits import heredoc_edits
from outlay.readers.logs.codex.calls import shell_from
from outlay.readers.logs.shell import (
    absolute,
    command_hash,
    commit_ids,
    heredocs,
    makes_commit,
    makes_pull_request,
    moved_to,
    pull_request_of,
    pull_requests,
)
from outlay.system.line_hashes import line_packer

BODY = "first\nsecond"
WRITTEN = [
    (f"cat > a.txt <<'EOF'\n{BODY}\nEOF", "a.txt"),
    (f"cat <<EOF > a.txt\n{BODY}\nEOF\n", "a.txt"),
    (f"cat > a.txt <<\\EOF\n{BODY}\nEOF", "a.txt"),
    ('mkdir x && cat >> "a.txt" <<-"END"\n\tfirst\n\tsecond\n\tEND\nls', "a.txt"),
    (f"tee a.txt <<EOF\n{BODY}\nEOF", "a.txt"),
    (f"tee -a a.txt > /dev/null <<EOF\n{BODY}\nEOF", "a.txt"),
    (f"cat <<EOF | sudo tee /etc/a.txt\n{BODY}\nEOF", "/etc/a.txt"),
    (f"cat > a.txt 2>/dev/null <<EOF\n{BODY}\nEOF", "a.txt"),
    (f"echo hi > log; cat > a.txt <<EOF\n{BODY}\nEOF", "a.txt"),
    (f"cat > 'my notes/a b.txt' <<EOF\n{BODY}\nEOF", "my notes/a b.txt"),
    (f'cat > "my notes/a b.txt" <<EOF\n{BODY}\nEOF', "my notes/a b.txt"),
    (f"cat > 'costs $5.txt' <<EOF\n{BODY}\nEOF", "costs $5.txt"),
    (f"cat > app/[id]/page.tsx <<EOF\n{BODY}\nEOF", "app/[id]/page.tsx"),
    (f"cd /srv/x && cat > a.txt <<EOF-1\n{BODY}\nEOF-1", "a.txt"),
]


@pytest.mark.parametrize(("command", "path"), WRITTEN)
def test_a_here_document_into_a_file_is_a_file_written(command, path):
    assert heredocs(command) == [(path, ["first", "second"])]


@pytest.mark.parametrize(("command", "path"), WRITTEN)
def test_both_readers_see_the_same_file_in_the_same_place(command, path):
    [edit] = heredoc_edits(command, "/work")
    asked = shell_from(command, "/work")
    [change] = asked.changes
    assert absolute(change.path, asked.workdir) == edit.path == absolute(path, moved_to(command, "/work"))
    assert change.added == edit.added == ["first", "second"]


@pytest.mark.parametrize(
    "command",
    [
        "python - <<EOF\nx > a\nEOF",
        "cat <<EOF\nx\nEOF",
        "cat <<EOF\n> a.txt\nEOF",
        "cat > a.txt",
        "echo x > a",
        "cat > $OUT <<EOF\nx\nEOF",
        'cat > "$OUT/a" <<EOF\nx\nEOF',
        "cat > ~/a <<EOF\nx\nEOF",
        "cat > a{1,2} <<EOF\nx\nEOF",
        "cat > /dev/null <<EOF\nx\nEOF",
        "cat 2> a.txt <<EOF\nx\nEOF",
        "cat > f <<E\nnever closed",
        "git commit -m \"$(cat <<'EOF'\nwords > and\nEOF\n)\"",
    ],
)
def test_a_here_document_to_elsewhere_is_no_file(command):
    assert heredocs(command) == []


def test_many_files_written_by_one_command_take_no_longer_than_their_text():
    command = "".join(f"cat > f{number} <<E{number}\nline\nE{number}\n" for number in range(3000))
    assert len(heredocs(command)) == 3000


@pytest.mark.parametrize(
    ("command", "folder", "place"),
    [
        ("cd sub && make", "/srv/x", "/srv/x/sub"),
        ("cd ../y; make", "/srv/x", "/srv/y"),
        ('cd "my dir" && make', "/srv", "/srv/my dir"),
        ("cd /abs\nmake", "/srv", "/abs"),
        ("cd sub && make", None, "sub"),
        ("cd $HOME && make", "/srv", "/srv"),
        ("make && cd sub", "/srv", "/srv"),
        ("make", None, None),
    ],
)
def test_a_command_that_first_moves_works_there(command, folder, place):
    assert moved_to(command, folder) == place


@pytest.mark.parametrize(
    ("path", "folder", "place"),
    [
        ("a.py", "/srv/x", "/srv/x/a.py"),
        ("../a.py", "/srv/x", "/srv/a.py"),
        ("/abs/a.py", "/srv/x", "/abs/a.py"),
        ("/abs/a.py", "C:\\work", "/abs/a.py"),
        ("a.py", None, "a.py"),
        ("odd\\name.py", "/srv", "/srv/odd\\name.py"),
        ("sub\\a.py", "C:\\work", "C:\\work\\sub\\a.py"),
        ("a.py", "C:\\work", "C:\\work\\a.py"),
        ("D:\\b\\a.py", "/srv", "D:\\b\\a.py"),
        ("\\\\host\\share\\a.py", None, "\\\\host\\share\\a.py"),
    ],
)
def test_a_path_is_placed_in_the_manner_of_its_system(path, folder, place):
    assert absolute(path, folder) == place


@pytest.mark.parametrize(
    ("command", "commits"),
    [
        ("git commit -m x", True),
        ("cd a && git -C b cherry-pick abc", True),
        ("git revert HEAD", True),
        ("git log -3", False),
        ("legit; commit", False),
        ("make", False),
    ],
)
def test_only_git_makes_commits(command, commits):
    assert makes_commit(command) is commits


@pytest.mark.parametrize(
    ("output", "ids"),
    [
        ("[main 1a2b3c4] words\n 1 file changed", ["1a2b3c4"]),
        ("[main (root-commit) 1a2b3c4] words", ["1a2b3c4"]),
        (
            "[detached HEAD 1a2b3c4] words\n[feat/x 2b3c4d5] more\n[main 1a2b3c4] again",
            ["1a2b3c4", "2b3c4d5"],
        ),
        ("said [main 1a2b3c4] in passing", []),
        ("[main 1a2b3] too short", []),
    ],
)
def test_commits_are_what_git_prints_after_making_one(output, ids):
    assert commit_ids(output) == ids


@pytest.mark.parametrize(
    ("command", "opens"),
    [
        ("gh pr create --fill", True),
        ("git push && gh  pr  create", True),
        ("gh -R o/r pr new", True),
        ("glab mr create -f", True),
        ("gh pr view 7", False),
        ("gh issue create; echo pr", False),
        ("make", False),
    ],
)
def test_a_pull_request_is_opened_by_the_tools_for_it(command, opens):
    assert makes_pull_request(command) is opens


PULL = "https://github.com/o/n/pull/12"
MERGE = "https://gitlab.example.org:8443/group/sub/n/-/merge_requests/3"
CANARY = "ghp_CANARYSECRET"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (PULL, PULL),
        (f"{PULL}/files#diff-1", PULL),
        (f"{PULL}?token={CANARY}", PULL),
        (f"https://x-access-token:{CANARY}@github.com/o/n/pull/12", PULL),
        (f"https://{CANARY}@GitHub.com/o/n/pull/12", PULL),
        (f"https://a:p@ss{CANARY}@github.com/o/n/pull/12", PULL),
        (MERGE, MERGE),
        (f"https://oauth2:{CANARY}@gitlab.example.org:8443/group/sub/n/-/merge_requests/3/diffs", MERGE),
        ("http://github.com/o/n/pull/12", None),
        ("https://github.com/o/n/issues/12", None),
        ("https://github.com/o/n/pull/new/branch", None),
        ("https://github.com/o/n/pull/12x", None),
        ("https://github.com/n/pull/12", None),
        ("https://bitbucket.org/o/n/pull-requests/4", None),
        (f"https://github.com/{CANARY}@o/n/pull/1", None),
        (f"javascript:{PULL}", None),
        ("", None),
    ],
)
def test_of_a_pull_request_only_host_project_and_number_are_kept(url, address):
    assert pull_request_of(url) == address


def test_pull_requests_in_an_output_come_once_and_bare():
    output = f"Creating\nhttps://x:{CANARY}@github.com/o/n/pull/12.\n{PULL}?a={CANARY}\n{MERGE}\n"
    assert pull_requests(output) == [PULL, MERGE]


@given(st.text(max_size=80), st.text(max_size=40))
def test_no_credential_in_front_of_a_host_is_ever_kept(noise, secret):
    secret = "".join(letter for letter in secret if letter not in "/\"'<>" and not letter.isspace())
    for found in pull_requests(f"{noise}https://user:{CANARY}{secret}@github.com/o/n/pull/12"):
        assert CANARY not in found


@pytest.mark.parametrize("command", ["make", "ls", "", "npm test", "a\ud800b"])
def test_no_command_is_too_short_to_be_told_from_others(command):
    pack = line_packer(7)
    assert len(command_hash(command, pack)) == 16
    assert set(command_hash(command, pack)) != {"0"}
    assert command_hash(command, pack) != command_hash("make all", pack)


@pytest.mark.parametrize(
    "words", [" tee a", " cat > a", "git ", "gh ", "glab ", "https://", "https://h/a", "cd "]
)
def test_no_text_takes_long_to_look_through(words):
    text = words * (40_000 // len(words)) + "<<"
    started = process_time()
    assert heredocs(text) == []
    assert (makes_commit(text), makes_pull_request(text)) == (False, False)
    assert pull_requests(text[:4096]) == []
    assert moved_to(text, "/srv") == "/srv"
    assert process_time() - started < 1
