"""Walks what a program tells assistive software over the bus: names and roles, as a screen reader asks for them."""

import asyncio
import json

from dbus_fast import BusType, Message
from dbus_fast.aio import MessageBus

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
MOST = 2_000


async def call(bus, destination, path, interface, member, signature="", body=()):
    """One question; its answer's values."""
    reply = await bus.call(
        Message(
            destination=destination,
            path=path,
            interface=interface,
            member=member,
            signature=signature,
            body=list(body),
        )
    )
    if reply.error_name:
        raise RuntimeError(f"{member}: {reply.error_name} {reply.body}")
    return reply.body


async def accessibility_bus():
    session = await MessageBus(bus_type=BusType.SESSION).connect()
    (address,) = await call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    return await MessageBus(bus_address=address).connect()


async def told(bus, destination, path):
    """Name and role of one part."""
    words = ("org.freedesktop.DBus.Properties", "Get", "ss", (ACCESSIBLE, "Name"))
    (name,) = await call(bus, destination, path, *words)
    (role,) = await call(bus, destination, path, ACCESSIBLE, "GetRoleName")
    return name.value, role


async def walked(bus, destination, path):
    """Every part below one, itself first."""
    waiting, found = [(destination, path)], []
    while waiting and len(found) < MOST:
        destination, path = waiting.pop()
        name, role = await told(bus, destination, path)
        (bits,) = await call(bus, destination, path, ACCESSIBLE, "GetState")
        found.append(
            {
                "name": name,
                "role": role,
                "focusable": bool(bits[0] >> 11 & 1),
                "showing": bool(bits[0] >> 25 & 1),
            }
        )
        (children,) = await call(bus, destination, path, ACCESSIBLE, "GetChildren")
        waiting += [tuple(child) for child in children]
    return found


async def main():
    """Wait for a program on the bus, then tell all of it."""
    bus = await accessibility_bus()
    for _ in range(200):
        (programs,) = await call(bus, "org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")
        for destination, path in programs:
            found = await walked(bus, destination, path)
            if len(found) > 20:
                print(json.dumps(found), flush=True)
                return
        await asyncio.sleep(0.1)
    print(json.dumps([]), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
