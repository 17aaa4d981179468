"""logind and UPower as far as CoachDesk asks them, on the bus of DBUS_SESSION_BUS_ADDRESS, in a process of their own.

Each line on standard input is a step, answered by a line: "property NAME VALUE" (as JSON), or "signal PATH INTERFACE NAME
SIGNATURE BODY". "woken" is said when nobody delays sleep any more.
"""

import getpass
import json
import os
import sys
from threading import Thread
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAMES = ("org.freedesktop.login1", "org.freedesktop.UPower")
KINDS = {bool: "b", str: "s"}


def say(word: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def answer(bus: DBusConnection, properties: dict[str, Any]) -> None:
    """Answer what is asked, without end."""
    while True:
        asked = bus.receive()
        member = asked.header.fields.get(HeaderFields.member)
        if member == "Get":
            value = properties[asked.body[1]]
            bus.send(new_method_return(asked, "v", ((KINDS[type(value)], value),)))
        elif member == "Inhibit":
            delay(bus, asked)


def delay(bus: DBusConnection, asked: Message) -> None:
    """Hand out the delay, and tell when it is given back."""
    say("delayed: " + " ".join(asked.body))
    ours, theirs = os.pipe()
    bus.send(new_method_return(asked, "h", (theirs,)))
    os.close(theirs)
    Thread(target=lambda: say("woken" + os.read(ours, 1).decode()), daemon=True).start()


def main() -> None:
    """Serve until standard input ends."""
    properties: dict[str, Any] = {"LidIsClosed": False, "Active": True, "Name": getpass.getuser()}
    bus = open_dbus_connection("SESSION", enable_fds=True)
    for name in NAMES:
        bus.send_and_get_reply(message_bus.RequestName(name))
    say("ready")
    Thread(target=answer, args=(bus, properties), daemon=True).start()
    for line in sys.stdin:
        step = json.loads(line)
        if step[0] == "property":
            properties[step[1]] = step[2]
        else:
            _, path, interface, name, signature, body = step
            bus.send(new_signal(DBusAddress(path, interface=interface), name, signature, tuple(body)))


if __name__ == "__main__":
    main()
