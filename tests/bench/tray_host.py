"""A private screen, a private bus and a StatusNotifier host on it, as a desktop's panel would be one."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dbus_fast import BusType, Message, PropertyAccess
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusBool, DBusInt32, DBusStr
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property

NEEDED = ("Xvfb", "dbus-daemon")
_NAME = "org.kde.StatusNotifierWatcher"
_PATH = "/StatusNotifierWatcher"


class Watcher(ServiceInterface):
    """Notes the moment each icon registers."""

    def __init__(self) -> None:
        super().__init__(_NAME)
        self.registered: list[tuple[str, float]] = []

    @dbus_method()
    def RegisterStatusNotifierItem(self, service: DBusStr) -> None:  # noqa: N802 - the bus prescribes it
        self.registered.append((service, time.perf_counter()))

    @dbus_method()
    def RegisterStatusNotifierHost(self, service: DBusStr) -> None:  # noqa: N802 - the bus prescribes it
        pass

    @dbus_property(access=PropertyAccess.READ)
    def IsStatusNotifierHostRegistered(self) -> DBusBool:  # noqa: N802 - the bus prescribes it
        return True

    @dbus_property(access=PropertyAccess.READ)
    def ProtocolVersion(self) -> DBusInt32:  # noqa: N802 - the bus prescribes it
        return 0


def missing() -> list[str]:
    """Programs the private screen and bus need and this machine lacks."""
    return [name for name in NEEDED if shutil.which(name) is None]


async def watch(address: str) -> tuple[MessageBus, Watcher]:
    """A watcher that owns its name on the bus."""
    bus = await MessageBus(bus_address=address, bus_type=BusType.SESSION).connect()
    watcher = Watcher()
    bus.export(_PATH, watcher)
    await bus.request_name(_NAME)
    return bus, watcher


async def click(bus: MessageBus, service: str) -> None:
    """Click on an icon, as a panel does."""
    await bus.call(
        Message(
            destination=service,
            path="/StatusNotifierItem",
            interface="org.kde.StatusNotifierItem",
            member="Activate",
            signature="ii",
            body=[0, 0],
        )
    )


@contextmanager
def desktop(folder: Path) -> Iterator[dict[str, str]]:
    """The variables of a screen and a bus of their own, both gone afterwards; `folder` is the session's."""
    with _screen() as display, _bus() as address:
        yield {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(folder),
        }


@contextmanager
def _screen() -> Iterator[str]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as screen:
        os.close(write)
        try:
            with os.fdopen(read) as told:
                yield f":{told.readline().strip()}"
        finally:
            screen.kill()


@contextmanager
def _bus() -> Iterator[str]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        try:
            yield bus.stdout.readline().strip() if bus.stdout else ""
        finally:
            bus.kill()
