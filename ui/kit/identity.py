"""Whose page this is, and what they need: on every screen about one person."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from ui.kit.layouts import Flow, column, empty
from ui.kit.surfaces import Chip
from ui.kit.text import label


@dataclass(frozen=True, slots=True)
class Need:
    """What somebody needs: a word, and an icon from the set."""

    words: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Preferred name, needs as words with an icon, and what is going on ("First commitments meeting")."""

    name: str
    needs: tuple[Need, ...] = ()
    context: str = ""


class IdentityBar(QFrame):
    """Shows one identity, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._identity: Identity | None = None
        self.setProperty("surface", "soft")
        held = QWidget()
        self._chips = Flow(held, spacing=10)
        column(self, margins=(24, 7, 24, 7)).addWidget(held)
        self.hide()

    def identity(self) -> Identity | None:
        """Who is shown."""
        return self._identity

    def set_identity(self, identity: Identity | None) -> None:
        """Show somebody, or nobody."""
        if identity == self._identity:
            return
        self._identity = identity
        empty(self._chips)
        if identity is not None:
            self._chips.addWidget(label(identity.name, "heading", wrap=False))
            for need in identity.needs:
                self._chips.addWidget(Chip(need.words, need.icon))
            if identity.context:
                self._chips.addWidget(label(identity.context, "small", wrap=False))
        self.setVisible(identity is not None)
