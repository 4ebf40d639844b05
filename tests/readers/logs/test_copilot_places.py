"""Where Copilot's files are looked for, and what each is."""

import os
from pathlib import Path

import pytest

from outlay.domain.problems import ProblemKind
from outlay.readers.interface import RootState, Surroundings
from outlay.readers.logs.copilot import READER
from outlay.readers.logs.copilot.places import Kind, kind_of
from outlay.readers.logs.copilot.workspaces import folder_of

USER = {
    "linux": ".config/Code/User",
    "darwin": "Library/Application Support/Code/User",
    "win32": "AppData/Roaming/Code/User",
}


def touch(home, *places):
    for place in places:
        path = home / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def found(home, environment=None, platform="linux", extra=()):
    probe = READER.probe(Surroundings(home, environment or {}, platform, extra))
    return probe, sorted(str(Path(file.path).relative_to(home)) for file in probe.files)


@pytest.mark.parametrize("platform", USER)
def test_every_source_is_found(tmp_path, platform):
    user = USER[platform]
    places = {
        ".copilot/session-store.db": Kind.STORE,
        ".copilot/otel/a.jsonl": Kind.EXPORT,
        ".copilot/session-state/s1/events.jsonl": Kind.JOURNAL,
        ".copilot/session-state/s2.jsonl": Kind.JOURNAL,
        f"{user}/globalStorage/github.copilot-chat/agent-traces.db": Kind.TRACES,
        f"{user}/globalStorage/emptyWindowChatSessions/c0.jsonl": Kind.CHAT,
        f"{user}/workspaceStorage/w1/chatSessions/c1.jsonl": Kind.CHAT,
        f"{user}/workspaceStorage/w1/chatSessions/c2.json": Kind.SNAPSHOT,
        f"{user}/workspaceStorage/w2/GitHub.copilot-chat/transcripts/c3.jsonl": Kind.JOURNAL,
        ".vscode-server/data/User/workspaceStorage/w3/chatSessions/c4.jsonl": Kind.CHAT,
    }
    touch(tmp_path, *places)
    probe, files = found(tmp_path, platform=platform)
    assert files == sorted(places)
    assert {str(tmp_path / place): kind for place, kind in places.items()} == {
        file.path: kind_of(file.path) for file in probe.files
    }
    assert {str((tmp_path / place).parent) for place in places} <= set(probe.folders)


def test_transcripts_are_passed_over_where_the_window_has_chats(tmp_path):
    window = f"{USER['linux']}/workspaceStorage/w1"
    touch(tmp_path, f"{window}/GitHub.copilot-chat/transcripts/c.jsonl", f"{window}/chatSessions/c.jsonl")
    assert found(tmp_path)[1] == [f"{window}/chatSessions/c.jsonl"]


def test_other_files_are_left_alone(tmp_path):
    touch(
        tmp_path,
        ".copilot/session-state/s1/workspace.yaml",
        ".copilot/config.json",
        f"{USER['linux']}/workspaceStorage/w1/state.vscdb",
    )
    assert found(tmp_path)[1] == []


def test_a_named_folder_and_a_named_export_are_looked_at(tmp_path):
    touch(tmp_path, "elsewhere/session-state/s1/events.jsonl", "exports/traces.jsonl")
    environment = {
        "COPILOT_HOME": "~/elsewhere",
        "COPILOT_OTEL_FILE_EXPORTER_PATH": str(tmp_path / "exports/traces.jsonl"),
    }
    probe, files = found(tmp_path, environment)
    assert files == ["elsewhere/session-state/s1/events.jsonl", "exports/traces.jsonl"]
    assert probe.roots[-1].state is RootState.FOUND


def test_traces_of_visual_studio_are_found_on_windows(tmp_path):
    place = "AppData/Local/Temp/VSGitHubCopilotLogs/traces/1_VSGitHubCopilot_traces.jsonl"
    touch(tmp_path, place)
    assert found(tmp_path, platform="win32")[1] == [place]


def test_an_editors_folder_may_be_added(tmp_path):
    touch(tmp_path, "portable/user-data/User/workspaceStorage/w1/chatSessions/c.jsonl")
    assert len(found(tmp_path, extra=(tmp_path / "portable",))[1]) == 1


def test_one_file_of_two_names_is_listed_once_and_a_circle_is_a_problem(tmp_path):
    touch(tmp_path, ".copilot/session-state/s1/events.jsonl")
    folder = tmp_path / ".copilot/session-state"
    os.link(folder / "s1/events.jsonl", folder / "z.jsonl")
    (folder / "round.jsonl").symlink_to(folder / "round.jsonl")
    probe, files = found(tmp_path)
    assert files == [".copilot/session-state/s1/events.jsonl"]
    assert [problem.kind for problem in probe.problems] == [ProblemKind.LINK_CIRCLE]


@pytest.mark.parametrize(
    ("written", "folder"),
    [
        ('{"folder":"file:///srv/my%20ledger"}', "/srv/my ledger"),
        ('{"folder":"file:///c%3A/code/ledger"}', "c:/code/ledger"),
        ('{"folder":"vscode-remote://ssh-remote%2Bbox/srv/ledger"}', None),
        ('{"workspace":"file:///srv/all.code-workspace"}', None),
        ('{"folder":"file://["}', None),
        ('{"folder":7}', None),
        ("[", None),
    ],
)
def test_the_folder_of_a_window(tmp_path, written, folder):
    (tmp_path / "workspace.json").write_text(written)
    assert folder_of(str(tmp_path / "chatSessions" / "c.jsonl")) == folder
