"""The kinds of content that an organisation can send. A new kind is one line of `KINDS` (docs/signed-content.md)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from coachdesk.content import CALENDAR, INTERVIEWS, PROVISION, RULES, Content, calendar_of, schools_of
from coachdesk.i18n import Language
from coachdesk.interviews.hashes import RELEASED
from coachdesk.interviews.problems import Problem
from coachdesk.interviews.wording import TRANSLATED, Wording, file_of, read_wording
from coachdesk.plans.calendar import Calendar
from coachdesk.plans.school_holidays import SCHOOLS, SchoolHolidays
from coachdesk.provision import PROVISION_FILE, ProvisionFile, load_provision
from coachdesk.requirements.loader import RULE_FILE, load_rules
from coachdesk.requirements.rule import Rules
from coachdesk.site_content.files import problem_of

BANK_HOLIDAYS: Final = "bank-holidays.toml"
_OVERLAYS: Final = tuple(f".{language}.toml" for language in TRANSLATED)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the program reads of one file, and of those that belong to it.

    Attributes:
        version: what is newer has more of it; a day, or a number.
        says: what it says, by part: of two with the same version, each part that one of them has has to be the same.
        into: puts it in the place of what the content has.
        notes: worth knowing; no mistake.
    """

    version: date | int
    says: Mapping[str, object]
    into: Callable[[Content], Content]
    notes: tuple[Problem, ...] = ()

    def is_older_than(self, other: "Item") -> bool:
        """Whether its version comes before that of another of the same kind."""
        return _ordinal(self.version) < _ordinal(other.version)

    def contradicts(self, other: "Item") -> bool:
        """Whether it has the version of another and says something else, or leaves out a part of it."""
        same = _ordinal(self.version) == _ordinal(other.version)
        return same and any(self.says.get(part) != said for part, said in other.says.items())


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of content.

    Attributes:
        folder: below the content folder, as below `resources/`.
        file: the name of its file, or a pattern of names ("*.toml"), each of which is one thing by itself.
        mark: the table or list of its TOML that no other kind has: what a file is shows in it, wherever it lies.
        read: from the name of the file and the texts by name of it and of those that belong to it; all mistakes otherwise.
        own: what the program itself brings of it, by name of the file.
        belonging: endings of the files that belong to `<name>.toml` and are used or refused with it.
        never: names that the pattern has and that are something else.
    """

    folder: str
    file: str
    mark: str
    read: Callable[[str, Mapping[str, str]], Item | tuple[Problem, ...]]
    own: Callable[[Content], Mapping[str, Item]]
    belonging: tuple[str, ...] = ()
    never: frozenset[str] = field(default_factory=frozenset)

    def takes(self, name: str) -> bool:
        """Whether a file of this name is one thing of this kind."""
        return fnmatchcase(name, self.file) and name not in self.never and not name.endswith(self.belonging)

    def names(self, name: str) -> tuple[str, ...]:
        """The name of the file of one thing, and of those that belong to it."""
        return (name, *(f"{name.removesuffix('.toml')}{ending}" for ending in self.belonging))

    def of(self, name: str) -> str:
        """The file that a file belongs to; itself where it is one by itself."""
        ending = next((each for each in self.belonging if name.endswith(each)), "")
        return f"{name.removesuffix(ending)}.toml" if ending else name


def kind_of(name: str, table: Mapping[str, object]) -> Kind | None:
    """The kind of a file by what is in it, or by the file that it belongs to; None where it is none of ours."""
    found = next((kind for kind in KINDS if kind.mark in table), None)
    return next((kind for kind in KINDS if kind.of(name) != name), found)


def _ordinal(version: date | int) -> int:
    return version.toordinal() if isinstance(version, date) else version


def _rules(rules: Rules) -> Item:
    def into(content: Content) -> Content:
        return replace(content, rules=rules, rules_before=content.rules)

    # That somebody looked and all was as it had been is no other rule.
    said = {rule.id: replace(rule, checked_on=date.min) for rule in rules.every}
    return Item(rules.version, {"rules": said}, into)


def _calendar(calendar: Calendar) -> Item:
    def into(content: Content) -> Content:
        return replace(content, calendar=calendar)

    return Item(calendar.checked, {"holidays": calendar}, into)


def _schools(schools: SchoolHolidays) -> Item:
    def into(content: Content) -> Content:
        return replace(content, schools=schools)

    return Item(schools.checked, {"areas": schools.areas}, into)


def _provision(file: ProvisionFile) -> Item:
    def into(content: Content) -> Content:
        return replace(content, provision=file)

    return Item(file.version, {"rows": file.rows}, into)


def _interview(wording: Wording, notes: tuple[Problem, ...] = ()) -> Item:
    said = {str(language): definition for language, definition in wording.said.items()}
    return Item(wording.definition.version, said, lambda content: content.with_wording(wording), notes)


def _read_rules(name: str, texts: Mapping[str, str]) -> Item | tuple[Problem, ...]:
    loaded = load_rules(texts[name], name=name)
    return loaded if isinstance(loaded, tuple) else _rules(loaded)


def _read_calendar(name: str, texts: Mapping[str, str]) -> Item | tuple[Problem, ...]:
    loaded = calendar_of(texts[name], name)
    return loaded if isinstance(loaded, tuple) else _calendar(loaded)


def _read_schools(name: str, texts: Mapping[str, str]) -> Item | tuple[Problem, ...]:
    loaded = schools_of(texts[name], name)
    return loaded if isinstance(loaded, tuple) else _schools(loaded)


def _read_provision(name: str, texts: Mapping[str, str]) -> Item | tuple[Problem, ...]:
    loaded = load_provision(texts[name], name=name)
    return loaded if isinstance(loaded, tuple) else _provision(loaded)


def _read_interview(name: str, texts: Mapping[str, str]) -> Item | tuple[Problem, ...]:
    names = {language: file_of(name, language) for language in Language}
    wording, problems = read_wording(name, {each: texts[file] for each, file in names.items() if file in texts})
    mistakes = tuple(each for each in problems if not each.note)
    if wording is None or mistakes:
        return mistakes
    if wording.definition.id != name.removesuffix(".toml"):
        text = f"Its id is {wording.definition.id}, so its name has to be {wording.definition.id}.toml."
        return (problem_of(Path(name), "other-name", text),)
    return _interview(wording, tuple(_english_only(wording, names, problems)))


def _english_only(wording: Wording, names: Mapping[Language, str], problems: tuple[Problem, ...]) -> list[Problem]:
    """One note a language that is missing, and one for all texts that stay English in it."""
    found = []
    for language in TRANSLATED:
        many = sum(each.file == names[language] for each in problems)
        if language not in wording.said:
            text = f"There is no {names[language]} beside it, so all of it stays English."
            found.append(problem_of(Path(names[Language.ENGLISH]), "untranslated", text, note=True))
        elif many:
            text = f"{many} of its texts are missing and stay English; check-content names each."
            found.append(problem_of(Path(names[language]), "untranslated", text, note=True))
    return found


def _own_interviews(content: Content) -> Mapping[str, Item]:
    offered = ((each.id, content.wordings[f"{each.id}/{each.version}"]) for each in content.offered())
    return {f"{name}.toml": _interview(wording) for name, wording in offered}


KINDS: Final = (
    Kind(RULES, RULE_FILE, "rules", _read_rules, lambda content: {RULE_FILE: _rules(content.rules)}),
    Kind(CALENDAR, BANK_HOLIDAYS, "holidays", _read_calendar, lambda it: {BANK_HOLIDAYS: _calendar(it.calendar)}),
    Kind(CALENDAR, SCHOOLS, "areas", _read_schools, lambda content: {SCHOOLS: _schools(content.schools)}),
    Kind(
        PROVISION, PROVISION_FILE, "provision", _read_provision, lambda it: {PROVISION_FILE: _provision(it.provision)}
    ),
    Kind(INTERVIEWS, "*.toml", "steps", _read_interview, _own_interviews, _OVERLAYS, frozenset({RELEASED})),
)
"""Everything that is taken from the content folder."""
