from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coachdesk.clock import Clock, today
from coachdesk.content import Content
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.ids import new_id
from coachdesk.interviews import Definition, Interview, for_this_talk, kind_after
from coachdesk.policy import Policy
from coachdesk.storage import Database, VaultInfo
from coachdesk.vault import KeyRing, VaultFiles
from coachdesk.vault.header import Header

OpenSealed = Callable[..., bytes]
"""Opens the drop box: `(sealed, row=, question=, version=) -> bytes`. Held by the unlocked vault only."""


@dataclass(frozen=True, slots=True)
class Context:
    """What every service works with, made once when a vault is opened."""

    database: Database
    info: VaultInfo
    content: Content
    policy: Policy
    clock: Clock
    open_sealed: OpenSealed
    post: Callable[[bytes, bytes, bytes], bytes]
    take_in: Callable[[bytes, bytes, bytes], bytes]
    keys_within: Callable[[Header], tuple[bytes, ...]]
    files: VaultFiles
    keys: KeyRing
    new_id: Callable[[], str] = new_id

    def today(self) -> date:
        """The date on the wall."""
        return today(self.clock)

    def definition(self, definition_id: str, version: int | None = None) -> Definition:
        """The definition of that id, the newest that is offered where no version is named.

        Raises AppError("interview.no-definition") where it is not there or has mistakes.
        """
        those = self.content.offered() if version is None else self.content.definitions
        found = [each for each in those if each.id == definition_id and version in {None, each.version}]
        if not found:
            raise AppError("interview.no-definition", definition=definition_id)
        return found[0]

    def definition_of(self, interview: Interview, language: Language = Language.ENGLISH) -> Definition:
        """The definition as an interview asks it, with what an earlier talk put off, in the words of a language.

        Raises AppError("interview.no-definition").
        """

        def worded(definition_id: str, version: int) -> Definition | None:
            found = self.written(definition_id, version)
            return found and self.content.in_language(found, language)

        own = self.definition(interview.definition_id, interview.definition_version)
        return for_this_talk(
            self.content.in_language(own, language), interview.brought, worded, met_before=interview.met_before
        )

    def written(self, definition_id: str, version: int) -> Definition | None:
        """The definition of exactly that version as it is written; None where it is not on this machine."""
        same = (each for each in self.content.definitions if (each.id, each.version) == (definition_id, version))
        return next(same, None)

    def has_words_of(self, interview: Interview) -> bool:
        """Whether what an interview asked is known: one that came in a pack may have been begun under words of elsewhere."""
        return self.written(interview.definition_id, interview.definition_version) is not None

    def next_kind(self, definition_id: str) -> Definition:
        """The kind of interview that follows one, of those that are offered."""
        return self.definition(kind_after(self.content.offered(), definition_id))

    def rules_version(self) -> str:
        """The version of the rules in use, as an interview keeps it."""
        return self.content.rules.version.isoformat()

    def titles(self) -> dict[str, str]:
        """The title of every kind of interview, by id."""
        return {each.id: each.title for each in (*self.content.definitions, *self.content.offered())}
