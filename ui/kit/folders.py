"""Asking for a folder."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_folder(parent: QWidget, words: str) -> Path | None:
    """The system's own dialogue for a folder, with `words` as its title; None where somebody thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, words)
    return Path(chosen) if chosen else None


def choose_file(parent: QWidget, words: str, kind: str) -> Path | None:
    """The same for a file of one `kind`, such as `*.ics`."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, words, "", kind)
    return Path(chosen) if chosen else None
