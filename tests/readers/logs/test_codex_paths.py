import os

from codex_lines import NAME, THREAD, meta, probe_of, rollout
from outlay.domain.problems import ProblemKind
from outlay.readers.interface import RootState
from outlay.readers.logs.codex.paths import thread_in_name


def test_a_machine_without_codex_has_two_absent_roots(tmp_path):
    probe = probe_of(tmp_path)
    assert [root.state for root in probe.roots] == [RootState.ABSENT, RootState.ABSENT]
    assert probe.files == ()


def test_codex_home_and_extra_roots_are_looked_into(tmp_path):
    rollout(tmp_path, meta(), folder="moved/sessions")
    rollout(tmp_path, meta(), name=NAME.replace("b1a01", "b1a02"), folder="copied")
    environment = {"CODEX_HOME": str(tmp_path / "moved")}
    probe = probe_of(tmp_path, environment=environment, extra_roots=(tmp_path / "copied",))
    assert [root.files for root in probe.roots] == [1, 0, 1]
    assert str(tmp_path / "copied") in probe.folders


def test_only_files_named_as_rollouts_are_read(tmp_path):
    rollout(tmp_path, meta(), name="history.jsonl")
    rollout(tmp_path, meta(), name="rollout-2026.jsonl.bak")
    assert probe_of(tmp_path).files == ()


def test_a_circle_of_links_is_a_problem_and_its_files_count_once(tmp_path):
    path = rollout(tmp_path, meta())
    (path.parent / "again").symlink_to(tmp_path / ".codex" / "sessions")
    probe = probe_of(tmp_path)
    assert len(probe.files) == 1
    assert [problem.kind for problem in probe.problems] == [ProblemKind.LINK_CIRCLE]


def test_an_active_file_wins_over_its_archived_twin_in_an_extra_root_too(tmp_path):
    archived = rollout(tmp_path, meta(), folder="other/archived_sessions")
    active = rollout(tmp_path, meta(), folder="other/sessions/2026/10/07")
    probe = probe_of(tmp_path, extra_roots=(tmp_path / "other",))
    assert [file.path for file in probe.files] == [str(active)] != [str(archived)]


def test_a_pipe_named_like_a_rollout_is_left_alone(tmp_path):
    path = rollout(tmp_path, meta())
    os.mkfifo(path.with_name("rollout-pipe.jsonl"))
    assert [file.path for file in probe_of(tmp_path).files] == [str(path)]


def test_a_hard_link_under_another_name_is_the_same_file(tmp_path):
    path = rollout(tmp_path, meta())
    os.link(path, path.with_name(NAME.replace("b1a01", "b1a02")))
    assert len(probe_of(tmp_path).files) == 1


def test_a_folder_that_cannot_be_opened_is_a_failing_root(tmp_path):
    (tmp_path / ".codex").mkdir()
    (tmp_path / ".codex" / "sessions").symlink_to(tmp_path / ".codex" / "sessions")
    probe = probe_of(tmp_path)
    assert probe.roots[0].state is RootState.FAILING
    assert [problem.kind for problem in probe.problems] == [ProblemKind.UNREADABLE]


def test_a_file_that_leads_nowhere_is_a_problem_and_the_others_are_found(tmp_path):
    path = rollout(tmp_path, meta())
    path.with_name("rollout-a.jsonl").symlink_to(path.with_name("rollout-a.jsonl"))
    path.with_name("rollout-b.jsonl").symlink_to(path.with_name("gone"))
    probe = probe_of(tmp_path)
    assert len(probe.files) == 1
    assert {problem.kind for problem in probe.problems} == {ProblemKind.UNREADABLE, ProblemKind.VANISHED}


def test_a_folder_reached_twice_is_looked_into_once(tmp_path):
    rollout(tmp_path, meta())
    probe = probe_of(tmp_path, extra_roots=(tmp_path / ".codex" / "sessions",))
    assert len(probe.files) == 1
    assert probe.problems == ()


def test_folders_nested_without_end_are_left_at_a_depth(tmp_path):
    (tmp_path / ".codex" / "sessions" / "/".join("d" * 80)).mkdir(parents=True)
    assert [problem.kind for problem in probe_of(tmp_path).problems] == [ProblemKind.LINK_CIRCLE]


def test_a_thread_is_told_from_a_name_also_after_a_revert():
    reverted = NAME.replace(".jsonl", "_019a0c44-0000-7000-8000-000000000000.jsonl.zst")
    assert [thread_in_name(name) for name in (NAME, reverted, "rollout-x.jsonl")] == [THREAD, THREAD, ""]


def test_a_root_that_is_a_file_counts_as_absent(tmp_path):
    (tmp_path / ".codex").mkdir()
    (tmp_path / ".codex" / "sessions").write_text("")
    assert probe_of(tmp_path).roots[0].state is RootState.ABSENT
