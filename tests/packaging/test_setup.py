"""The set-up scripts on machines that lack things, played with a PATH of stand-ins."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("the scripts are for a POSIX shell", allow_module_level=True)

import fcntl

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
SHELL = shutil.which("dash") or "/bin/sh"
TOOLS = (
    "cat",
    "cksum",
    "cut",
    "dirname",
    "env",
    "grep",
    "id",
    "mkdir",
    "mktemp",
    "readlink",
    "rm",
    "sed",
    "sh",
    "sleep",
    "sort",
    "tail",
    "uname",
)

PYTHON_WITHOUT_VENV = """
case "$*" in
*print*) echo 3.12 ;;
*ensurepip*) [ -e "$0.venv" ] ;;
-m*) exit 1 ;;
esac
"""


class Machine:
    """A checkout of the scripts alone, and a PATH holding a few tools and stand-ins."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "check out"
        self.bin = folder / "bin"
        self.temp = folder / "temp"
        for made in (self.checkout, self.bin, self.temp, folder / "home"):
            made.mkdir()
        shutil.copytree(PACKAGING, self.checkout / "packaging")
        shutil.copy(ROOT / "pyproject.toml", self.checkout)
        for tool in TOOLS:
            if found := shutil.which(tool):
                (self.bin / tool).symlink_to(found)
        self.environment = {"PATH": str(self.bin), "HOME": str(folder / "home"), "TMPDIR": str(self.temp)}

    def stand_in(self, path: Path | str, script: str) -> Path:
        made = self.bin / path
        made.parent.mkdir(parents=True, exist_ok=True)
        made.unlink(missing_ok=True)
        made.write_text(f"#!{SHELL}\n{script}\n")
        made.chmod(0o755)
        return made

    def set_up_with(self, script: str) -> None:
        """As after a set-up, with a program that does what the script says."""
        self.stand_in(self.checkout / ".venv/bin/python", "exit 0")
        self.stand_in(self.checkout / ".venv/bin/outlay", script)
        self.stamp()

    def stamp(self) -> None:
        command = ". packaging/setup.sh; root=$PWD; stamp run test anywhere desktop tests"
        subprocess.run([SHELL, "-c", command], cwd=self.checkout, env=self.environment, check=True)

    def call(self, script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SHELL, str(self.checkout / "packaging" / script), *arguments],
            env=self.environment | environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def assert_a_sentence_and_code_2(done: subprocess.CompletedProcess[str], sentence: str) -> None:
    assert done.returncode == 2, done.stderr
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert "not found\n" not in done.stderr


@pytest.mark.parametrize("script", ["run", "test", "lock", "setup.sh"])
def test_the_scripts_are_plain_posix_shell(script: str) -> None:
    done = subprocess.run([SHELL, "-n", PACKAGING / script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("script", ["packaging/run", "packaging/test", "packaging/lock", ".ci/run"])
def test_the_scripts_may_be_executed(script: str) -> None:
    assert (ROOT / script).stat().st_mode & stat.S_IXUSR


@pytest.mark.parametrize("script", ["run", "test"])
def test_without_python_a_sentence_says_so(machine: Machine, script: str) -> None:
    done = machine.call(script)
    assert_a_sentence_and_code_2(
        done, "Outlay needs Python 3.11 to 3.15, and no Python was found on the PATH."
    )


def test_an_old_python_is_named(machine: Machine) -> None:
    machine.stand_in("python3", "echo 3.9")
    assert_a_sentence_and_code_2(machine.call("run"), "the one found here is 3.9.")


def test_a_fitting_python_beside_an_old_one_is_taken(machine: Machine) -> None:
    machine.stand_in("python3", "echo 3.9")
    machine.stand_in("python3.12", PYTHON_WITHOUT_VENV)
    assert_a_sentence_and_code_2(machine.call("run"), "install --no-install-recommends python3.12-venv ")


def test_without_the_venv_module_the_line_to_type_is_shown_for_three_systems(machine: Machine) -> None:
    machine.stand_in("python3", PYTHON_WITHOUT_VENV)
    done = machine.call("run")
    assert_a_sentence_and_code_2(done, "Python's venv module is missing here")
    assert "sudo apt-get install --no-install-recommends python3-venv " in done.stderr
    assert "sudo dnf install python3 " in done.stderr
    assert "sudo pacman -S --needed python " in done.stderr


def test_where_dnf_is_known_only_its_line_is_shown(machine: Machine) -> None:
    machine.stand_in("python3", PYTHON_WITHOUT_VENV)
    machine.stand_in("dnf", "exit 0")
    done = machine.call("run")
    assert_a_sentence_and_code_2(done, "sudo dnf install python3\n")
    assert "apt-get" not in done.stderr


def test_on_debian_root_gets_the_venv_module_without_questions(machine: Machine) -> None:
    python = machine.stand_in("python3", PYTHON_WITHOUT_VENV)
    log = machine.temp / "apt"
    machine.stand_in("id", "echo 0")
    machine.stand_in("apt-get", f'echo "$DEBIAN_FRONTEND $*" >>"{log}"; : >"{python}.venv"')
    done = machine.call("run")
    assert_a_sentence_and_code_2(done, "The installer's environment could not be made in .uv:")
    update, install = log.read_text().splitlines()
    assert update == "noninteractive update -qq"
    assert re.fullmatch(r"noninteractive .* install -y -qq --no-install-recommends python3-venv", install)


def test_on_debian_without_rights_the_line_to_type_is_shown(machine: Machine) -> None:
    machine.stand_in("python3", PYTHON_WITHOUT_VENV)
    machine.stand_in("id", "echo 1000")
    machine.stand_in("sudo", "exit 1")
    machine.stand_in("apt-get", "exit 9")
    done = machine.call("run")
    assert_a_sentence_and_code_2(done, "sudo apt-get install --no-install-recommends python3-venv\n")
    assert "dnf" not in done.stderr


def test_a_failed_download_ends_in_a_sentence(machine: Machine) -> None:
    machine.stand_in("python3", 'case "$*" in *print*) echo 3.12 ;; esac')
    machine.stand_in(
        "uv", 'case "$*" in *sync*) printf "Traceback\\n  File x\\nerror: no route\\n"; exit 1 ;; esac'
    )
    done = machine.call("run")
    assert_a_sentence_and_code_2(done, "Outlay's parts could not be fetched:\n  | error: no route\n")
    assert "HTTPS_PROXY" in done.stderr
    assert list(machine.temp.iterdir()) == []


def test_a_later_start_needs_nothing_but_the_program(machine: Machine) -> None:
    machine.set_up_with('echo "$PWD: $*"')
    done = machine.call("run", "spend", "--by", "day,tool")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{Path.cwd()}: spend --by day,tool\n", "")


def test_a_changed_lock_asks_for_a_set_up(machine: Machine) -> None:
    machine.set_up_with("exit 0")
    with (machine.checkout / "packaging/run.lock").open("a") as lock:
        lock.write("# changed\n")
    assert_a_sentence_and_code_2(machine.call("run"), "no Python was found")


def test_a_start_waits_for_the_set_up_of_another(machine: Machine) -> None:
    (machine.bin / "python3").symlink_to(sys.executable)
    (machine.checkout / ".uv").mkdir()
    with (machine.checkout / ".uv/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        start = subprocess.Popen(
            [SHELL, str(machine.checkout / "packaging/run"), "status"],
            env=machine.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert start.stderr is not None
        assert "waiting for it" in start.stderr.readline()
        machine.set_up_with('echo "$*"')
        time.sleep(0.1)
        assert start.poll() is None
    answer, complaint = start.communicate(timeout=30)
    assert (start.returncode, answer, complaint) == (0, "status\n", "")


def test_without_a_display_the_week_is_printed_and_having_no_logs_yet_is_no_failure(machine: Machine) -> None:
    machine.set_up_with('echo "$*"; exit 3')
    done = machine.call("run")
    assert (done.returncode, done.stdout) == (0, "sync\nweek\n")


def test_a_fault_of_the_program_stays_a_fault(machine: Machine) -> None:
    machine.set_up_with('echo "$*"; exit 70')
    done = machine.call("run")
    assert (done.returncode, done.stdout) == (70, "sync\n")


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_display_the_app_is_opened(machine: Machine, display: str) -> None:
    machine.set_up_with('echo "$*"')
    assert machine.call("run", **{display: "x"}).stdout == "app\n"


def test_the_sample_run_keeps_to_a_folder_of_its_own_and_removes_it(machine: Machine) -> None:
    calls = machine.temp.parent / "calls"
    (machine.bin / "python3").symlink_to(sys.executable)
    dump = "import json, os, sys; print(json.dumps([sys.argv[1:], dict(os.environ)]))"
    machine.set_up_with(
        f'[ "$1" = sample ] && mkdir "$HOME" && : >"$HOME/logs"; python3 -c \'{dump}\' "$@" >>"{calls}"'
    )
    owner = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "CLAUDE_CONFIG_DIR", "CODEX_HOME"), "/owner")
    done = machine.call("run", "--sample", "spend", "--json", **owner)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    made, read, asked = (json.loads(line) for line in calls.read_text().splitlines())
    home = made[1]["HOME"]
    folder = str(Path(home).parent)
    assert made[0] == ["sample", "--home", home]
    assert (read[0], asked[0]) == (["sync"], ["spend", "--json"])
    for _, environment in (made, read, asked):
        assert environment["OUTLAY_SAMPLE"] == "1"
        assert environment["HOME"] == home
        assert environment["OUTLAY_DATA_DIR"].startswith(folder)
        assert environment["OUTLAY_CONFIG_DIR"].startswith(folder)
        assert "/owner" not in environment.values()
    assert list(machine.temp.iterdir()) == []


def test_the_sample_run_works_with_the_program_itself(machine: Machine) -> None:
    (machine.bin / "python3").symlink_to(sys.executable)
    (machine.bin / "git").symlink_to(shutil.which("git") or "git")
    path = os.pathsep.join(sys.path)
    machine.set_up_with(f'PYTHONPATH="{path}" exec python3 -m outlay "$@"')
    done = machine.call("run", "--sample", "spend", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["data"]["total"]["requests"] > 1_000
    assert list(machine.temp.iterdir()) == []


def stand_in_checks(machine: Machine, failing: str = "") -> Path:
    """The tools of the checks, each noting its call; pytest prints a summary."""
    log = machine.temp.parent / "checks"
    machine.set_up_with("exit 0")
    for tool in ("ruff", "mypy", "lint-imports", "python"):
        machine.stand_in(
            machine.checkout / ".venv/bin" / tool,
            f'echo "{tool} $*" >>"{log}"; env >"{log}-{tool}"; echo "{tool} is done"; [ {tool} != "{failing}" ] || exit 5',
        )
    machine.stamp()
    return log


def test_the_checks_run_in_order_and_pytest_has_the_last_word(machine: Machine) -> None:
    log = stand_in_checks(machine)
    done = machine.call("test", "-x", GIT_DIR="/owner", XDG_DATA_HOME="/owner", OUTLAY_DATA_DIR="/owner")
    assert done.returncode == 0, done.stderr
    assert log.read_text().splitlines() == [
        "ruff check",
        "ruff format --check",
        "mypy ",
        "lint-imports ",
        "python -m pytest -m not tray and not soak and not contracts -x",
    ]
    assert done.stdout.endswith("python is done\n")
    assert "Left out: the tests of the real tray icon" in done.stderr
    seen = Path(f"{log}-python").read_text().splitlines()
    assert "QT_QPA_PLATFORM=offscreen" in seen
    assert not [line for line in seen if line.endswith("=/owner")]
    assert f"HOME={machine.environment['HOME']}" not in seen
    assert list(machine.temp.iterdir()) == []


def test_the_first_failing_check_stops_the_run_with_its_code(machine: Machine) -> None:
    log = stand_in_checks(machine, failing="mypy")
    done = machine.call("test")
    assert done.returncode == 5
    assert log.read_text().splitlines()[-1] == "mypy "


@pytest.mark.parametrize(
    ("switch", "called"),
    [("--soak", "python -m pytest -m soak --one"), ("--bench", "python tests/bench/run.py --one")],
)
def test_the_heavy_runs_have_switches_of_their_own(machine: Machine, switch: str, called: str) -> None:
    log = stand_in_checks(machine)
    assert machine.call("test", switch, "--one").returncode == 0
    assert log.read_text().splitlines() == [called]


def pins(lock: str) -> dict[str, str]:
    text = (PACKAGING / lock).read_text()
    return dict(re.findall(r"^([a-z0-9_.-]+)==([^ ;\\]+)", text, re.MULTILINE))


def test_one_environment_serves_the_program_and_the_checks() -> None:
    assert pins("run.lock").items() <= pins("test.lock").items()


@pytest.mark.parametrize("lock", ["run.lock", "test.lock", "installer.lock"])
def test_every_pin_has_a_hash_and_no_lock_names_an_address(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (PACKAGING / lock).read_text().strip())
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not any("://" in entry or entry.startswith("-") for entry in entries)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]

    def names(wanted: list[str]) -> set[str]:
        return {re.split(r"[<>=! ;\[]", line)[0].lower().replace("_", "-") for line in wanted}

    assert names(project["project"]["dependencies"] + groups["build"]) <= pins("run.lock").keys()
    assert (
        names(project["project"]["dependencies"] + groups["build"] + groups["dev"])
        <= pins("test.lock").keys()
    )


def test_qt_is_older_than_the_release_that_loses_references() -> None:
    version = tuple(int(part) for part in pins("run.lock")["pyside6-essentials"].split("."))
    assert (6, 8, 3) <= version < (6, 12)


def test_the_scripts_leave_the_callers_shell_alone() -> None:
    """Nothing of the set-up is exported into the program's environment."""
    assert not re.search(r"^\s*export ", (PACKAGING / "setup.sh").read_text(), re.MULTILINE)
