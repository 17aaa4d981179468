"""Asking for a folder or a file, so that nothing remembers what was chosen.

The dialogue is Qt's own. Those of Windows and of GTK write what somebody chose into lists of their own (the registry,
`recently-used.xbel`), and its name may be a person's. Qt's own would keep a history, for all programs of this user.
"""

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_folder(parent: QWidget, words: str) -> Path | None:
    """A folder, asked for with `words` as the title; None where somebody thought better of it."""
    dialogue = _own(parent, words)
    dialogue.setFileMode(QFileDialog.FileMode.Directory)
    dialogue.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialogue)


def choose_file(parent: QWidget, words: str, kind: str = "") -> Path | None:
    """The same for a file, of one `kind` where it is given, such as `*.ics`."""
    dialogue = _own(parent, words)
    dialogue.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialogue.setNameFilter(kind)
    return _chosen(dialogue)


def _own(parent: QWidget, words: str) -> QFileDialog:
    dialogue = QFileDialog(parent, words, QDir.homePath())
    dialogue.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialogue


def _chosen(dialogue: QFileDialog) -> Path | None:
    """Let the coach choose. What the dialogue writes when it goes is where it began, not where somebody went in it."""
    before, began = dialogue.history(), dialogue.directory()
    accepted = bool(dialogue.exec())
    chosen = dialogue.selectedFiles()
    dialogue.setDirectory(began)
    dialogue.setHistory(before)
    dialogue.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
