"""What the notice bar says about whatever a coach can act on: the sentence of the code, and perhaps a way on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from coachdesk.advice import SENTENCES, sentence
from coachdesk.errors import AppError
from coachdesk.i18n import N_, _
from coachdesk.logs import Event, note

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence for the notice bar, and the way on it offers: an action id and the words of its button, or nothing."""

    text: str
    action_words: str = ""
    action: str = ""


_WAYS = {
    "retry": N_("Try again"),
    "reload": N_("Show what is stored"),
    "recovery": N_("Use the recovery key"),
    "restore": N_("Go to backups"),
    "choose-folder": N_("Choose another folder"),
    "self-check": N_("Check the program"),
    "reword": N_("Show the words"),
}

_WAY_OF: Mapping[str, str] = MappingProxyType(
    {
        "commitment.altered": "restore",
        "documents.cannot-write": "choose-folder",
        "documents.failed-checks": "self-check",
        "documents.unprintable": "reword",
        "interview.no-definition": "self-check",
        "storage.busy": "retry",
        "storage.cannot-open": "choose-folder",
        "storage.cannot-write": "choose-folder",
        "storage.damaged": "restore",
        "storage.disk-failed": "retry",
        "storage.disk-full": "retry",
        "storage.exists": "choose-folder",
        "storage.missing": "choose-folder",
        "storage.no-memory": "retry",
        "storage.not-found": "reload",
        "storage.read-only": "retry",
        "storage.stale": "reload",
        "vault.cannot-write": "choose-folder",
        "vault.disk-full": "retry",
        "vault.exists": "choose-folder",
        "vault.header-lost": "retry",
        "vault.header-missing": "restore",
        "vault.in-use": "retry",
        "vault.in-use-somewhere": "retry",
        "vault.keychain-locked": "retry",
        "vault.keychain-lost": "recovery",
        "vault.place-network": "choose-folder",
        "vault.place-removable": "choose-folder",
        "vault.place-synchronised": "choose-folder",
        "vault.sealed-unreadable": "self-check",
        "vault.wrong-passphrase": "recovery",
    }
)

KNOWN = frozenset(SENTENCES)


def advice(error: AppError) -> Advice:
    """What to tell the coach; that it was told is noted, by its code."""
    note(Event.ERROR_SHOWN, error)
    way = _WAY_OF.get(error.code, "")
    return Advice(sentence(error), _(_WAYS[way]) if way else "", way)


def attempt(work: Callable[[], T], failed: Callable[[AppError], object]) -> T | None:
    """What the work gives; None where the coach was told in `failed` why it could not be done."""
    try:
        return work()
    except AppError as error:
        failed(error)
        return None
