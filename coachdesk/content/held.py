"""The written content that can be used, and where it came from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from coachdesk.i18n import Language
from coachdesk.interviews.definition import Definition
from coachdesk.interviews.hashes import release_key
from coachdesk.interviews.problems import Problem
from coachdesk.interviews.wording import Wording
from coachdesk.plans.calendar import Calendar
from coachdesk.plans.school_holidays import SchoolHolidays
from coachdesk.provision import PROVISION_FILE, ProvisionFile
from coachdesk.requirements.loader import RULE_FILE
from coachdesk.requirements.rule import Rules


class Origin(StrEnum):
    """Where a file in use came from."""

    PROGRAM = "program"
    SITE = "site"  # the machine's content folder
    KEPT = "kept"  # the last good one of the machine's content folder: what lies there now was refused


@dataclass(frozen=True, slots=True)
class Source:
    """Where a file in use came from.

    Attributes:
        signed_by: fingerprint of the key that signed it; empty for a file of the program and for an unsigned one.
    """

    origin: Origin = Origin.PROGRAM
    signed_by: str = ""


OF_THE_PROGRAM = Source()
NO_CALENDAR = Calendar("", date.min, date.min, {})
NO_RULES = Rules(RULE_FILE, date.min, ())
NO_PROVISION = ProvisionFile(PROVISION_FILE, date.min, ())


@dataclass(frozen=True, slots=True)
class Content:
    """The content that can be used, and what is wrong with the rest.

    Attributes:
        definitions: every good version, oldest version first, in English.
        problems: with file, place and code; notes among them.
        calendar: bank holidays; one that knows nothing where the file cannot be read.
        schools: school holidays by area.
        wordings: of the good definitions by name of version ("first-commitments/1").
        withdrawn: names of versions that only interviews go on under that were begun with them.
        rules: of work-related requirements, from the newest good file; those of the program where the folder has none.
        rules_before: those of the program, in the place of which `rules` hold; None where they are in use.
        provision: what people can be referred to, in the same way.
        sources: where files came from that are not the program's own, by folder and name ("rules/uc-gb.toml").
    """

    definitions: tuple[Definition, ...]
    problems: tuple[Problem, ...] = ()
    calendar: Calendar = NO_CALENDAR
    schools: SchoolHolidays = field(default_factory=SchoolHolidays)
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    rules: Rules = NO_RULES
    rules_before: Rules | None = None
    provision: ProvisionFile = NO_PROVISION
    sources: Mapping[str, Source] = field(default_factory=dict)

    def in_language(self, definition: Definition, language: Language) -> Definition:
        """The definition in the words of a language; in English where there are none."""
        wording = self.wordings.get(release_key(definition))
        return wording.said.get(language, definition) if wording else definition

    def offered(self) -> tuple[Definition, ...]:
        """The newest version of every definition that an interview can be begun with."""
        newest = {each.id: each for each in self.definitions if release_key(each) not in self.withdrawn}
        return tuple(newest.values())

    def with_wording(self, wording: Wording) -> "Content":
        """With one version more, or with other words of a version that is there."""
        new, key = wording.definition, release_key(wording.definition)
        others = (each for each in self.definitions if release_key(each) != key)
        return replace(self, definitions=in_order((*others, new)), wordings={**self.wordings, key: wording})


def in_order(definitions: Iterable[Definition]) -> tuple[Definition, ...]:
    """By their names, and each by its versions, oldest first."""
    return tuple(sorted(definitions, key=lambda each: (each.id, each.version)))
