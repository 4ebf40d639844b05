"""The tray process as a desktop runs it: start to icon, memory, modules, wake-ups, and how fast the popover opens.

Real xcb on a private screen, a StatusNotifier host on a private bus. Memory and wake-ups are the system's own
account of the plain program (`outlay app`), its worker left out; a click comes over the bus as a panel sends it. What
is imported and the popover's time are told by the same program with tray_probe.py around it: from the click's slot to
the end of the first paint. It also opens the window, a process of its own, whose coming and going must leave nothing.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from dbus_fast.aio import MessageBus
from figures import Figure, Gate, LeftOut
from setting import Setting, home_environment, outlay, whole_process
from tray_host import Watcher, click, desktop, missing, watch

_SETTLED_S = 8.0
_IDLE_S = 30.0
_OPEN_S = 2.0
_CLOSED_S = 12.0
"""A popover closed for ten seconds is given up."""
_STARTS = 10
_PATIENCE_S = 20.0
_HEAVY = {"numpy", "pyqtgraph", "keyring", "requests", "pydantic", "msgspec"}
_PROBE = Path(__file__).with_name("tray_probe.py")


class Idle(NamedTuple):
    """What a resting process costs, and how much memory it holds after its popover was opened and closed."""

    rss_mb: float
    private_mb: float
    wakeups: float
    rss_after_mb: float


class Probed(NamedTuple):
    """Milliseconds of each opening of the popover, and the top-level modules then imported."""

    openings: list[float]
    modules: list[str]


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """Every figure of the tray process."""
    lacking = missing()
    if lacking:
        return [LeftOut("the tray process", f"{' and '.join(lacking)} cannot be found.")]
    home, data = setting.fresh("home"), setting.fresh("data")
    whole_process(outlay("sample", "--home", str(home)), home_environment(home, data))
    whole_process(outlay("sync"), home_environment(home, data))
    with desktop(setting.fresh("runtime")) as around:
        return asyncio.run(_measured({**home_environment(home, data), **around}))


async def _measured(environment: dict[str, str]) -> list[Figure | LeftOut]:
    bus, watcher = await watch(environment["DBUS_SESSION_BUS_ADDRESS"])
    starts = [await _icon_after(environment, watcher) for _ in range(_STARTS)]
    idle = await _resting(bus, environment, watcher)
    beside = await _beside_a_window(environment, watcher)
    probed = await _probed(environment, watcher)
    bus.disconnect()
    return [
        Figure("tray: start to icon", f"{_STARTS} warm starts", "ms", starts, gate=Gate(300.0)),
        *_idle_figures(idle),
        *beside,
        *_popover_figures(probed),
    ]


def _idle_figures(idle: Idle) -> list[Figure]:
    return [
        Figure("tray: memory with the icon shown", "idle", "MB", [idle.rss_mb], gate=Gate(65.0)),
        Figure("tray: of it private", "idle", "MB", [idle.private_mb]),
        Figure("tray: wake-ups a second", f"{_IDLE_S:.0f} s idle", "/s", [idle.wakeups], gate=Gate(0.1)),
        Figure("tray: memory after the popover", "closed again", "MB", [idle.rss_after_mb], gate=Gate(65.0)),
    ]


def _popover_figures(probed: Probed) -> list[Figure]:
    heavy = sorted(_HEAVY.intersection(probed.modules))
    loaded = f"{len(probed.modules)} top-level modules"
    return [
        Figure("popover: first opening", "sample data", "ms", probed.openings[:1], gate=Gate(100.0)),
        Figure("popover: later openings", "sample data", "ms", probed.openings[1:], gate=Gate(100.0)),
        Figure(f"tray: heavy modules {' '.join(heavy)}".strip(), loaded, "", [len(heavy)], gate=Gate(0.0)),
    ]


async def _icon_after(environment: dict[str, str], watcher: Watcher) -> float:
    """Milliseconds from the start of the process to its icon's registration."""
    started = time.perf_counter()
    process = await _shown(outlay("app"), environment, watcher)
    await _ended(process)
    return (watcher.registered[-1][1] - started) * 1000


async def _resting(bus: MessageBus, environment: dict[str, str], watcher: Watcher) -> Idle:
    process = await _shown(outlay("app"), environment, watcher)
    await asyncio.sleep(_SETTLED_S)
    before, started = _switches(process.pid), time.monotonic()
    await asyncio.sleep(_IDLE_S)
    rate = (_switches(process.pid) - before) / (time.monotonic() - started)
    sizes = _sizes(process.pid)
    for seconds in (_OPEN_S, _CLOSED_S):
        await click(bus, watcher.registered[-1][0])
        await asyncio.sleep(seconds)
    after = _sizes(process.pid)
    await _ended(process)
    return Idle(sizes["Rss"], sizes["Private_Dirty"], rate, after["Rss"])


async def _beside_a_window(environment: dict[str, str], watcher: Watcher) -> list[Figure]:
    """What the window that the tray opens adds to its memory: while it is there, and after it was closed.

    Only the difference says something: the probe around the program holds more than the plain program does.
    """
    process = await _shown([sys.executable, str(_PROBE), "window"], environment, watcher)
    await asyncio.sleep(_OPEN_S)
    before = _sizes(process.pid)["Rss"]
    window = await _window_of(environment["OUTLAY_DATA_DIR"])
    await asyncio.sleep(_SETTLED_S)
    beside = _sizes(process.pid)["Rss"]
    os.kill(window, signal.SIGTERM)
    await asyncio.sleep(_CLOSED_S)
    after = _sizes(process.pid)["Rss"]
    await _ended(process)
    return [
        Figure("tray, its window open: memory over that before", "sample data", "MB", [beside - before]),
        Figure("tray, its window closed: memory over that before", "sample data", "MB", [after - before]),
    ]


async def _window_of(data: str) -> int:
    """The process of the window over a data folder, once there is one."""
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        await asyncio.sleep(0.1)
        for number, words, told in _processes():
            if b"--window" in words and f"OUTLAY_DATA_DIR={data}".encode() in told:
                return number
    raise RuntimeError("no window came")


def _processes() -> Iterator[tuple[int, list[bytes], list[bytes]]]:
    """Number, words and environment of every process that may be looked at."""
    for known in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words, told = ((known / name).read_bytes().split(b"\0") for name in ("cmdline", "environ"))
            yield int(known.name), words, told


async def _probed(environment: dict[str, str], watcher: Watcher) -> Probed:
    process = await _shown([sys.executable, str(_PROBE)], environment, watcher)
    told, _ = await asyncio.to_thread(process.communicate, None, _PATIENCE_S * 2)
    return Probed(**json.loads(told))


async def _shown(
    command: Sequence[str], environment: dict[str, str], watcher: Watcher
) -> "subprocess.Popen[str]":
    known = len(watcher.registered)
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: ASYNC220 - a spawn is 1 ms
    deadline = time.monotonic() + _PATIENCE_S
    while len(watcher.registered) == known:
        await asyncio.sleep(0.005)
        if time.monotonic() > deadline or process.poll() is not None:
            process.kill()
            raise RuntimeError("no icon came")
    return process


async def _ended(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    await asyncio.to_thread(process.wait, _PATIENCE_S)
    if process.stdout:
        process.stdout.close()


def _switches(pid: int) -> int:
    """How often the process and its threads gave up the processor of their own will."""
    return sum(
        int(line.split()[1])
        for status in Path(f"/proc/{pid}/task").glob("*/status")
        for line in status.read_text().splitlines()
        if line.startswith("voluntary_ctxt_switches")
    )


def _sizes(pid: int) -> dict[str, float]:
    """Memory by kind, in MB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    return {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines}
