"""Where Cursor's files are looked for, and which of several is taken."""

import os

import pytest

from outlay.domain.problems import ProblemKind
from outlay.readers.interface import RootState, Surroundings
from outlay.readers.logs.cursor import READER

TRANSCRIPT = ".cursor/projects/home-ada/agent-transcripts/one/one.jsonl"


def put(path, content=b"{}\n"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def look(home, platform="linux", extra=(), **environment):
    return READER.probe(Surroundings(home, environment, platform, tuple(extra)))


def names(probe):
    return {file.path for file in probe.files}


@pytest.mark.parametrize(
    ("platform", "folder", "environment"),
    [
        ("darwin", "Library/Application Support/Cursor", {}),
        ("win32", "AppData/Roaming/Cursor", {}),
        ("win32", "Roaming/Cursor", {"APPDATA": "Roaming"}),
        ("linux", ".config/Cursor", {}),
        ("linux", "xdg/Cursor", {"XDG_CONFIG_HOME": "xdg"}),
        ("linux", ".cursor-server/data", {}),
    ],
)
def test_the_editors_databases_are_found_on_every_platform(tmp_path, platform, folder, environment):
    user = tmp_path / folder / "User"
    found = {put(user / "globalStorage/state.vscdb"), put(user / "workspaceStorage/a1/state.vscdb")}
    put(user / "globalStorage/state.vscdb.backup")
    probe = look(tmp_path, platform, **{name: str(tmp_path / part) for name, part in environment.items()})
    assert names(probe) == {str(path) for path in found}
    assert {str(path.parent) for path in found} == set(probe.folders)


def test_a_config_folder_that_is_named_replaces_the_usual_one(tmp_path):
    put(tmp_path / TRANSCRIPT)
    named = put(tmp_path / "named/ai-tracking/ai-code-tracking.db")
    assert names(look(tmp_path, CURSOR_CONFIG_DIR="~/named")) == {str(named)}


@pytest.mark.parametrize("inside", ["", ".cursor"])
def test_the_owner_may_name_a_copy(tmp_path, inside):
    copied = put(tmp_path / "backup" / inside / "projects/p/agent-transcripts/one.jsonl")
    assert names(look(tmp_path / "nowhere", extra=[tmp_path / "backup"])) == {str(copied)}


def test_absent_places_are_said_by_path(tmp_path):
    roots = look(tmp_path).roots
    assert {root.state for root in roots} == {RootState.ABSENT}
    assert str(tmp_path / ".cursor") in {root.path for root in roots}


def test_links_are_followed_circles_end_and_a_file_with_two_names_is_one(tmp_path):
    log = put(tmp_path / TRANSCRIPT)
    (log.parent / "again").symlink_to(log.parent)
    database = put(tmp_path / ".config/Cursor/User/globalStorage/state.vscdb")
    (tmp_path / ".cursor-server/data").mkdir(parents=True)
    (tmp_path / ".cursor-server/data/User").symlink_to(tmp_path / ".config/Cursor/User")
    probe = look(tmp_path)
    assert names(probe) == {str(log), str(database)}
    assert [problem.kind for problem in probe.problems] == [ProblemKind.LINK_CIRCLE]


def test_only_files_are_logs(tmp_path):
    (tmp_path / TRANSCRIPT).mkdir(parents=True)
    (tmp_path / ".cursor/ai-tracking/ai-code-tracking.db").mkdir(parents=True)
    os.mkfifo(tmp_path / TRANSCRIPT / "pipe.jsonl")
    assert names(look(tmp_path)) == set()


def test_the_same_conversation_under_two_projects_is_two_files(tmp_path):
    one = put(tmp_path / TRANSCRIPT)
    two = put(tmp_path / TRANSCRIPT.replace("home-ada", "home-bea"))
    assert names(look(tmp_path)) == {str(one), str(two)}
