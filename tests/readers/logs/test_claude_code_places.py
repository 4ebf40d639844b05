import os

import pytest

from outlay.domain.problems import ProblemKind
from outlay.readers.interface import RootState, Surroundings
from outlay.readers.logs.claude_code import READER

LINE = b'{"type":"summary"}\n'


def put(path, content=LINE):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def look(home, platform="linux", extra=(), **environment):
    return READER.probe(Surroundings(home, environment, platform, tuple(extra)))


def names(probe):
    return {file.path for file in probe.files}


def test_both_homes_of_the_command_line_tool_are_read(tmp_path):
    one = put(tmp_path / ".claude/projects/-a/s1.jsonl")
    two = put(tmp_path / ".config/claude/projects/-a/s2.jsonl")
    assert names(look(tmp_path)) == {str(one), str(two)}


def test_a_config_folder_that_is_named_replaces_them(tmp_path):
    put(tmp_path / ".claude/projects/-a/s1.jsonl")
    named = put(tmp_path / "elsewhere/projects/-a/s2.jsonl")
    second = put(tmp_path / "second/projects/-a/s3.jsonl")
    probe = look(tmp_path, CLAUDE_CONFIG_DIR=f"{tmp_path / 'elsewhere'},~/second")
    assert names(probe) == {str(named), str(second)}


@pytest.mark.parametrize(
    ("platform", "folder", "environment"),
    [
        ("darwin", "Library/Application Support/Claude", {}),
        ("win32", "Roaming/Claude", {"APPDATA": "Roaming"}),
        ("win32", "Local/Packages/Claude_pzs8sxrjxfjjc/LocalCache/Roaming/Claude", {"LOCALAPPDATA": "Local"}),
        ("linux", "xdg/Claude", {"XDG_CONFIG_HOME": "xdg"}),
    ],
)
def test_local_agents_are_found_on_every_platform(tmp_path, platform, folder, environment):
    inside = tmp_path / folder / "local-agent-mode-sessions/app/ws/local_1"
    log = put(inside / ".claude/projects/-s/s1.jsonl")
    put(inside / "audit.jsonl")
    put(inside / ".claude/projects/node_modules/x.jsonl")
    probe = look(tmp_path, platform, **{name: str(tmp_path / part) for name, part in environment.items()})
    assert names(probe) == {str(log)}


@pytest.mark.parametrize("inside", ["", "projects", ".claude/projects"])
def test_the_owner_may_name_a_folder_of_any_level(tmp_path, inside):
    log = put(tmp_path / "backup" / inside / "-a/s1.jsonl")
    assert names(look(tmp_path, extra=[tmp_path / "backup"])) == {str(log)}


def test_every_place_says_what_is_there(tmp_path):
    put(tmp_path / ".claude/projects/-a/s1.jsonl")
    put(tmp_path / ".config/claude/projects", b"a file, not a folder")
    states = {
        root.path.removeprefix(str(tmp_path)): (root.state, root.files) for root in look(tmp_path).roots
    }
    assert states["/.claude/projects"] == (RootState.FOUND, 1)
    assert states["/.config/claude/projects"] == (RootState.FAILING, 0)
    assert states["/.config/Claude/local-agent-mode-sessions"] == (RootState.ABSENT, 0)


def test_only_logs_are_taken(tmp_path):
    folder = tmp_path / ".claude/projects/-a"
    log = put(folder / "s1/subagents/workflows/run/agent-1.jsonl")
    for name in ("journal.jsonl", "x.replay.json", "sessions-index.json", "agent-1.meta.json", "t.output"):
        put(folder / "s1/subagents/workflows/run" / name)
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "folder.jsonl").mkdir()
    assert names(look(tmp_path)) == {str(log)}


def test_a_file_with_two_names_is_listed_once(tmp_path):
    first = put(tmp_path / ".claude/projects/-a/agent-1.jsonl")
    os.link(first, tmp_path / ".claude/projects/-a/tasks.jsonl")
    assert names(look(tmp_path)) == {str(first)}


def test_a_link_out_of_the_root_is_followed(tmp_path):
    log = put(tmp_path / "disk/-b/s1.jsonl")
    (tmp_path / ".claude/projects").mkdir(parents=True)
    (tmp_path / ".claude/projects/-b").symlink_to(tmp_path / "disk/-b")
    assert names(look(tmp_path)) == {str(tmp_path / ".claude/projects/-b/s1.jsonl")} != {str(log)}


def test_a_circle_of_links_is_a_problem_and_ends(tmp_path):
    log = put(tmp_path / ".claude/projects/-a/s1.jsonl")
    (log.parent / "round").symlink_to(tmp_path / ".claude/projects")
    probe = look(tmp_path)
    assert names(probe) == {str(log)}
    assert [problem.kind for problem in probe.problems] == [ProblemKind.LINK_CIRCLE]


def test_a_link_to_nothing_is_a_problem(tmp_path):
    log = put(tmp_path / ".claude/projects/-a/s1.jsonl")
    (log.parent / "gone.jsonl").symlink_to(tmp_path / "nowhere")
    probe = look(tmp_path)
    assert names(probe) == {str(log)}
    assert [(problem.kind, problem.example) for problem in probe.problems] == [
        (ProblemKind.VANISHED, "gone.jsonl")
    ]


def test_a_folder_that_may_not_be_read_is_a_problem(tmp_path, monkeypatch):
    shut = put(tmp_path / ".claude/projects/-shut/s1.jsonl").parent
    log = put(tmp_path / ".claude/projects/-a/s2.jsonl")
    listed = os.scandir

    def scandir(path):
        if str(path) == str(shut):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    probe = look(tmp_path)
    assert names(probe) == {str(log)}
    assert [(p.kind, p.place) for p in probe.problems] == [(ProblemKind.UNREADABLE, str(shut))]


def test_folders_to_watch_are_the_roots_and_those_with_logs(tmp_path):
    log = put(tmp_path / ".claude/projects/-a/s1.jsonl")
    (tmp_path / ".claude/projects/-empty").mkdir()
    assert set(look(tmp_path).folders) == {str(tmp_path / ".claude/projects"), str(log.parent)}


def test_a_mark_is_the_file_as_it_lies_on_disk(tmp_path):
    log = put(tmp_path / ".claude/projects/-a/s1.jsonl")
    [file] = look(tmp_path).files
    found = log.stat()
    assert file.mark == (found.st_dev, found.st_ino, len(LINE), found.st_mtime_ns)
