"""What tool calls of OpenCode come to: changed lines of files, commits, pull requests, failures."""

import pytest

from opencode_stores import BEGUN, answer, database, facts, put_message, put_part, put_session, read, tool
from outlay.readers.logs.opencode.patches import changes_in_patch, sides_of_diff
from readable_lines import ReadableLines

DIFF = (
    "Index: a.py\n===\n--- a.py\n+++ a.py\n@@ -1,3 +1,3 @@\n same\n--- total\n-old = 1\n+++ count\n+new = 2\n"
)
PATCH = """*** Begin Patch
*** Update File: lib/cart.py
@@ def total
 keep
-old_total = 1
+new_total = 2
*** Add File: /srv/new.py
+first_line = 1
*** Update File: gone.py
*** Move to: moved.py
+moved_line = 1
*** Delete File: dead.py
*** End Patch
+after the end
"""

READABLE = ReadableLines(b"\n")


def outcome(tmp_path, *parts):
    path = database(tmp_path)
    put_session(path)
    put_message(path, "msg_1", answer())
    for number, part in enumerate(parts):
        put_part(path, f"prt_{number}", "msg_1", part)
    return facts(read(tmp_path, pack_lines=READABLE))


def sides(edit):
    return edit.added.decode().splitlines(), edit.removed.decode().splitlines()


def edits(tmp_path, *parts):
    return [(edit.path, edit.kind, *sides(edit)) for edit in outcome(tmp_path, *parts)["edits"]]


def test_a_diff_is_as_long_as_its_hunks_say():
    assert sides_of_diff(DIFF) == (["++ count", "new = 2"], ["-- total", "old = 1"])


def test_every_file_of_a_patch_is_found():
    assert [(one.path, one.added, one.removed) for one in changes_in_patch(PATCH)] == [
        ("lib/cart.py", ["new_total = 2"], ["old_total = 1"]),
        ("/srv/new.py", ["first_line = 1"], []),
        ("moved.py", ["moved_line = 1"], []),
        ("dead.py", [], []),
    ]


def test_an_edit_is_what_its_result_shows(tmp_path):
    given = {"filePath": "lib/a.py", "oldString": "x", "newString": "y"}
    found = edits(tmp_path, tool("edit", given, diff=DIFF))
    assert found == [("/home/ada/shop/lib/a.py", "edit", ["++ count", "new = 2"], ["-- total", "old = 1"])]


def test_a_result_of_the_file_alone_is_a_diff_too(tmp_path):
    given = {"filePath": "/srv/a.py"}
    assert edits(tmp_path, tool("edit", given, filediff={"file": "a.py", "patch": DIFF}))[0][2] == [
        "++ count",
        "new = 2",
    ]


def test_an_edit_without_a_diff_is_what_was_asked_for_without_common_lines(tmp_path):
    given = {"filePath": "/srv/a.py", "oldString": "a\nold\nz", "newString": "a\nnew\nmore\nz"}
    assert edits(tmp_path, tool("edit", given)) == [("/srv/a.py", "edit", ["new", "more"], ["old"])]


def test_several_edits_of_one_call_are_one(tmp_path):
    given = {"filePath": "/srv/a.py", "edits": [{"oldString": "a", "newString": "b"}, {"newString": "c"}]}
    assert edits(tmp_path, tool("multiedit", given)) == [("/srv/a.py", "edit", ["b", "c"], ["a"])]


def test_a_written_file_is_all_its_lines(tmp_path):
    found = edits(tmp_path, tool("write", {"filePath": "/srv/a.py", "content": "one\ntwo\n"}))
    assert found == [("/srv/a.py", "write", ["one", "two"], [])]


def test_an_applied_patch_goes_before_the_one_asked_for(tmp_path):
    files = [{"filePath": "/srv/a.py", "movePath": "/srv/b.py", "patch": DIFF}, {"filePath": "/srv/none.py"}]
    found = edits(tmp_path, tool("apply_patch", {"patchText": PATCH}, files=files))
    assert [one[:2] for one in found] == [("/srv/b.py", "patch")]


def test_a_patch_without_results_is_read_itself(tmp_path):
    found = edits(tmp_path, tool("patch", {"patchText": PATCH}))
    assert [one[0] for one in found] == [
        "/home/ada/shop/lib/cart.py",
        "/srv/new.py",
        "/home/ada/shop/moved.py",
    ]


@pytest.mark.parametrize("status", ["error", "running", "pending", None, 7])
def test_a_call_that_did_not_succeed_changed_nothing(tmp_path, status):
    assert edits(tmp_path, tool("write", {"filePath": "/srv/a.py", "content": "one"}, status=status)) == []


def test_other_tools_are_passed_over(tmp_path):
    given = {"filePath": "/srv/a.py", "content": "one"}
    assert edits(tmp_path, tool("files_write", given), tool("invalid", given), tool("read", given)) == []


def test_an_edit_happens_when_its_call_ends_and_never_before_its_message(tmp_path):
    given = {"filePath": "/srv/a.py", "content": "one"}
    parts = [tool("write", given, "call_1", ended=4000), tool("write", given, "call_2", ended=-9)]
    assert [edit.moment - BEGUN for edit in outcome(tmp_path, *parts)["edits"]] == [4000, 1000]


def test_a_short_call_id_is_told_apart_by_its_message(tmp_path):
    given = {"filePath": "/srv/a.py", "content": "one"}
    [edit] = outcome(tmp_path, tool("write", given, "0"))["edits"]
    assert edit.call.endswith("/0")
    assert edit.call.startswith(f"{BEGUN + 1000}:")


def test_a_commit_a_pull_request_and_a_file_of_a_shell_command(tmp_path):
    commit = tool("bash", {"command": "git commit -m x"}, "call_1", output="[main 1a2b3c4] x\n", exit=0)
    pull = tool(
        "bash",
        {"command": "gh pr create --fill"},
        "call_2",
        output="https://github.com/ada/shop/pull/7\n",
        exit=0,
    )
    heredoc = tool(
        "bash",
        {"command": "cd lib && cat > new.py <<'EOF'\nline_one = 1\nEOF\n", "workdir": "src"},
        "call_3",
        exit=0,
    )
    found = outcome(tmp_path, commit, pull, heredoc)
    assert [(fact.kind, fact.value) for fact in found["shell"]] == [
        ("commit", "1a2b3c4"),
        ("pull_request_made", "https://github.com/ada/shop/pull/7"),
    ]
    [edit] = found["edits"]
    assert (edit.path, edit.kind, *sides(edit)) == (
        "/home/ada/shop/src/lib/new.py",
        "heredoc",
        ["line_one = 1"],
        [],
    )


def test_a_command_that_failed_is_one_hash_and_writes_nothing(tmp_path):
    given = {"command": "make && cat > a.py <<EOF\nline_one = 1\nEOF\n"}
    found = outcome(tmp_path, tool("bash", given, exit=2), tool("bash", given, "call_2", exit=None))
    assert found["edits"] == []
    assert [fact.kind for fact in found["shell"]] == ["failed_command"]


def test_no_text_leaves_the_reader(tmp_path):
    secret = "correct horse battery staple"
    path = database(tmp_path)
    put_session(path)
    put_message(path, "msg_1", answer(system=[secret], error={"message": secret}))
    put_part(path, "prt_1", "msg_1", {"type": "text", "text": secret})
    put_part(path, "prt_2", "msg_1", tool("write", {"filePath": "/srv/a.py", "content": secret}))
    put_part(path, "prt_3", "msg_1", tool("bash", {"command": f"echo {secret}"}, "c", output=secret, exit=1))
    put_part(path, "prt_4", "msg_1", f'{{"type":"tool","{secret}')
    batches = read(tmp_path)
    assert [len(facts(batches)[name]) for name in ("edits", "shell")] == [1, 1]
    assert secret not in repr(batches)
    assert "horse" not in repr(batches)
