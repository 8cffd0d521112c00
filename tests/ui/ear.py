"""A screen reader's ear: what FactDesk announces, as it arrives over a real AT-SPI bus. It only listens.

Qt opens its side of the bus once a process, and only where a session bus is there when the application is made: so
whoever listens runs apart (``test_aloud.py``).
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage


class Ear(QObject):
    """Hears announcements from the moment it is made.

    Attributes:
        heard: the words of each, in order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        asked = QDBusMessage.createMethodCall("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        (address,) = QDBusConnection.sessionBus().call(asked).arguments()
        bus = QDBusConnection.connectToBus(address, "ear")
        slot: Any = SLOT("_hear(QDBusMessage)")  # PySide6 takes it as the text that it is, and is typed for bytes
        assert bus.connect("", "", "org.a11y.atspi.Event.Object", "Announcement", self, slot)
        name = "org.a11y.atspi.Registry"
        wish = QDBusMessage.createMethodCall(name, "/org/a11y/atspi/registry", name, "RegisterEvent")
        wish.setArguments(["object:announcement"])
        answer = bus.call(wish)
        assert answer.type() is QDBusMessage.MessageType.ReplyMessage, answer.errorMessage()

    @Slot(QDBusMessage)
    def _hear(self, message: QDBusMessage) -> None:
        _detail, _politeness, _nothing, words, *_ = message.arguments()
        self.heard.append(words.variant())
