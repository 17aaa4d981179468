"""What content is in use, where it came from, and what became of the rest that an organisation sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coachdesk.content import CALENDAR, INTERVIEWS, OF_THE_PROGRAM, PROVISION, RULES, Content, Source
from coachdesk.interviews import Definition, Problem
from coachdesk.plans.school_holidays import SCHOOLS
from coachdesk.requirements.rule_changes import RuleChange, changes
from coachdesk.site_content import BANK_HOLIDAYS, is_of_site


@dataclass(frozen=True, slots=True)
class InterviewInUse:
    """One version of an interview's definition, and where it came from."""

    title: str
    version: int
    source: Source


@dataclass(frozen=True, slots=True)
class RulesInUse:
    """The rules in use, where they came from, and what is different from the rules of the program."""

    file: str
    version: date
    source: Source
    changes: tuple[RuleChange, ...]


@dataclass(frozen=True, slots=True)
class DaysInUse:
    """The days off in use.

    Attributes:
        checked: the day on which somebody last compared them with their source; None where none are known.
        until: the last day that is known; None where that is not said.
        areas: of how many areas; 0 for bank holidays.
    """

    checked: date | None
    until: date | None
    areas: int
    source: Source


@dataclass(frozen=True, slots=True)
class DirectoryInUse:
    """What people can be referred to in the country: how many rows, of which version, and where they came from."""

    rows: int
    version: date
    source: Source


@dataclass(frozen=True, slots=True)
class ContentInUse:
    """Everything in use.

    Attributes:
        offered: what an interview can be begun with.
        going_on: versions that interviews of this vault were begun with, and that none can be begun with any more.
        wrong: what is wrong with the program's own content that is not offered.
        refused: files of the organisation that are not used, and why.
        noted: what else there is to know about its files.
    """

    offered: tuple[InterviewInUse, ...]
    going_on: tuple[InterviewInUse, ...]
    rules: RulesInUse
    bank_holidays: DaysInUse
    school_holidays: DaysInUse
    directory: DirectoryInUse
    wrong: tuple[Problem, ...]
    refused: tuple[Problem, ...]
    noted: tuple[Problem, ...]


def content_shown(content: Content) -> ContentInUse:
    """What Administration says about the content."""
    offered = content.offered()
    sent = [each for each in content.problems if is_of_site(each)]
    return ContentInUse(
        offered=_interviews(content, offered),
        going_on=_interviews(content, (each for each in content.definitions if each not in offered)),
        rules=_rules(content),
        bank_holidays=_bank_holidays(content),
        school_holidays=_school_holidays(content),
        directory=_directory(content),
        wrong=tuple(each for each in content.problems if not each.note and not is_of_site(each)),
        refused=tuple(each for each in sent if not each.note),
        noted=tuple(each for each in sent if each.note),
    )


def _interviews(content: Content, definitions: Iterable[Definition]) -> tuple[InterviewInUse, ...]:
    return tuple(
        InterviewInUse(each.title, each.version, _source(content, INTERVIEWS, f"{each.id}.toml"))
        for each in definitions
    )


def _rules(content: Content) -> RulesInUse:
    rules, before = content.rules, content.rules_before
    new = changes(before, rules) if before else ()
    return RulesInUse(rules.file, rules.version, _source(content, RULES, rules.file), new)


def _bank_holidays(content: Content) -> DaysInUse:
    days = content.calendar
    known = bool(days.holidays)
    source = _source(content, CALENDAR, BANK_HOLIDAYS)
    return DaysInUse(days.checked if known else None, days.until if known else None, 0, source)


def _school_holidays(content: Content) -> DaysInUse:
    days, source = content.schools, _source(content, CALENDAR, SCHOOLS)
    return DaysInUse(days.checked if days.areas else None, None, len(days.areas), source)


def _directory(content: Content) -> DirectoryInUse:
    file = content.provision
    return DirectoryInUse(len(file.rows), file.version, _source(content, PROVISION, file.file))


def _source(content: Content, folder: str, name: str) -> Source:
    return content.sources.get(f"{folder}/{name}", OF_THE_PROGRAM)
