"""A small panel: watcher and host of StatusNotifier items on the session bus.

Run as a program. It prints one JSON line when it is ready and one for each item that registers (icon sizes,
tooltip, menu); a line `activate` on its input clicks the item, `quit` ends it.
Source: the StatusNotifierItem pages of freedesktop.org and com.canonical.dbusmenu.
"""

import asyncio
import json
import sys

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
PROPERTIES = "org.freedesktop.DBus.Properties"
MENU = "com.canonical.dbusmenu"


class Panel:
    """Answers as a watcher with a host, and looks at what registers."""

    def __init__(self, bus: MessageBus) -> None:
        self.bus = bus
        self.items: list[str] = []
        self.tasks: set[asyncio.Task] = set()

    def answer(self, message: Message) -> Message | None:
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        if message.interface == PROPERTIES and message.member == "Get":
            return Message.new_method_return(message, "v", [self.property(message.body[1])])
        if message.interface == PROPERTIES and message.member == "GetAll":
            names = ("IsStatusNotifierHostRegistered", "ProtocolVersion", "RegisteredStatusNotifierItems")
            return Message.new_method_return(
                message, "a{sv}", [{name: self.property(name) for name in names}]
            )
        if message.member == "RegisterStatusNotifierItem":
            self.register(message)
            return Message.new_method_return(message)
        return None

    def property(self, name: str) -> Variant:
        known = {
            "IsStatusNotifierHostRegistered": Variant("b", True),
            "ProtocolVersion": Variant("i", 0),
            "RegisteredStatusNotifierItems": Variant("as", self.items),
        }
        return known[name]

    def register(self, message: Message) -> None:
        given = message.body[0]
        owner = message.sender if given.startswith("/") else given
        self.items.append(owner)
        task = asyncio.get_running_loop().create_task(self.look_at(owner))
        self.tasks.add(task)

    async def look_at(self, owner: str) -> None:
        await asyncio.sleep(0.1)
        pixmaps = await self.item(owner, "IconPixmap")
        tooltip = await self.item(owner, "ToolTip")
        menu = await self.item(owner, "Menu")
        print(
            json.dumps(
                {
                    "sizes": [pixmap[0] for pixmap in pixmaps],
                    "painted": all(any(pixmap[2]) for pixmap in pixmaps),
                    "tooltip": [tooltip[2], tooltip[3]],
                    "menu": await self.menu(owner, menu),
                }
            ),
            flush=True,
        )

    async def item(self, owner: str, name: str):
        reply = await self.call(owner, "/StatusNotifierItem", PROPERTIES, "Get", "ss", [ITEM, name])
        return reply[0].value

    async def menu(self, owner: str, path: str) -> list:
        _, layout = await self.call(owner, path, MENU, "GetLayout", "iias", [0, -1, []])
        entries = [child.value[1] for child in layout[2]]
        return [
            [entry["label"].value, "enabled" not in entry or entry["enabled"].value]
            for entry in entries
            if "label" in entry and entry["label"].value
        ]

    async def activate(self) -> None:
        await self.call(self.items[-1], "/StatusNotifierItem", ITEM, "Activate", "ii", [0, 0])

    async def call(
        self, owner: str, path: str, interface: str, member: str, signature: str, body: list
    ) -> list:
        message = Message(
            destination=owner, path=path, interface=interface, member=member, signature=signature, body=body
        )
        reply = await self.bus.call(message)
        if reply.message_type is MessageType.ERROR:
            raise RuntimeError(f"{member}: {reply.body}")
        return reply.body


async def main() -> None:
    bus = await MessageBus().connect()
    panel = Panel(bus)
    bus.add_message_handler(panel.answer)
    await bus.request_name(WATCHER)
    print(json.dumps({"ready": True}), flush=True)
    loop = asyncio.get_running_loop()
    while (wish := (await loop.run_in_executor(None, sys.stdin.readline)).strip()) not in {"", "quit"}:
        if wish == "activate":
            await panel.activate()


asyncio.run(main())
