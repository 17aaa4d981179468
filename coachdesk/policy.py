"""Every setting that an organisation may fix, with its default and what it means.

The loader takes the text of the policy file (TOML, one line a setting) and reports every mistake in it. A policy with a
mistake is not half obeyed: the program refuses to start with it.
"""

import base64
import dataclasses
import difflib
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.opening_hours import closures, opening_hours


class KeychainRule(StrEnum):
    """Whether a vault may do without the operating system's keychain."""

    REQUIRED = "required"
    PREFERRED = "preferred"


def _text(doc: str, default: str = "") -> str:
    value: str = field(default=default, metadata={"doc": doc})
    return value


def _read(doc: str, default: str, reader: Callable[[str], object]) -> str:
    """A text that has to be readable: `reader` raises ValueError where it is not."""
    value: str = field(default=default, metadata={"doc": doc, "reader": reader})
    return value


def confirmed_rules(text: str) -> Mapping[str, date]:
    """The day on which the organisation confirmed a rule, by the rule's id; ValueError where the text is something else."""
    pairs = [part.split() for part in text.split(";") if part.strip()]
    return {rule: date.fromisoformat(day) for rule, day in pairs}


def _nation(text: str) -> None:
    if text not in {"england", "scotland", "wales"}:
        raise ValueError(text)


def _switch(doc: str, *, default: bool) -> bool:
    value: bool = field(default=default, metadata={"doc": doc})
    return value


def _number(doc: str, default: int, least: int, most: int) -> int:
    value: int = field(default=default, metadata={"doc": doc, "least": least, "most": most})
    return value


@dataclass(frozen=True, slots=True)
class Policy:
    """The settings as they hold.

    The metadata of each field has its `doc`, `least` and `most` of a number, and how many `bytes` a key in base64 has.

    Attributes:
        fixed: names of the settings that the organisation's file sets; the screens show those as not the coach's.
    """

    site_name: str = _text("Name of the jobcentre, as people know it; stands on documents.")
    organisation: str = _text("Name of the organisation that answers for this program.")
    support_contact: str = _text("Whom a coach asks when the program does not work: a name or a number.")
    duty_manager: str = _text(
        "Whom a coach calls first when somebody is in danger; said when the site's plan is missing."
    )
    duty_manager_phone: str = _text("Extension or number of the duty manager.")
    safeguarding_lead: str = _text("Safeguarding lead of the site, for the safety panel.")
    safeguarding_phone: str = _text("Extension or number of the safeguarding lead.")
    commitment_adopted: bool = _switch(
        "The organisation has adopted the document My commitments. Until then it says that it is a copy to keep and that "
        "the account is the one that counts.",
        default=False,
    )
    telephone: str = _text("The number on which people can reach the jobcentre about their plan; stands on documents.")
    complaints: str = _text("Where people can complain: a number or an address; stands on documents.")
    advice: str = _text(
        "Who helps people free of charge and is not part of the organisation, with a number; stands on documents."
    )
    answer_days: int = _number(
        "Working days within which what people write in their account is answered, as promised on documents. 0: nothing "
        "is promised.",
        0,
        0,
        60,
    )
    school_area: str = _text(
        "The area whose school holidays are looked at, as school-holidays.toml in the machine's configuration folder "
        "names it."
    )
    journal_message_length: int = _number(
        "The most characters that the account takes in one message.", 4000, 200, 100000
    )
    journal_title_length: int = _number("The most characters of the title of a to-do in the account.", 100, 20, 1000)
    journal_text_length: int = _number("The most characters of the text of a to-do in the account.", 2000, 100, 100000)
    think_days: int = _number(
        "Calendar days of time to think that are proposed after an offer. Guidance, no deadline of the law: more is agreed "
        "whenever somebody asks.",
        7,
        1,
        60,
    )
    site_nation: str = _read("Whose bank holidays the site keeps: england, scotland or wales.", "england", _nation)
    office_hours: str = _read(
        "When people are seen, as in: Mon-Fri 09:00-12:30 13:00-17:00; Sat 09:00-12:00.",
        "Mon-Fri 09:00-17:00",
        opening_hours,
    )
    slot_minutes: int = _number("Minutes of a slot of the day.", 10, 5, 60)
    closures: str = _read(
        "Days on which nobody is seen, bank holidays apart, as in: 2026-12-24 training; 2027-01-04..2027-01-05.",
        "",
        closures,
    )
    quiet_days: int = _number(
        "Days beyond the agreed rhythm of contact after which the program says that there was none.", 7, 0, 90
    )
    follow_up_days: int = _number(
        "Days without contact after which the program reminds of a follow-up with somebody for whom it matters, such as "
        "with a safe address, and with whom no rhythm is agreed. 0: it never does.",
        28,
        0,
        366,
    )
    rules_confirmed: str = _read(
        "Rules that the organisation has compared with their source, each by its id and the day, as in: "
        "consequence-amount-2026 2026-11-30; consequence-lowest 2026-11-30. Lengths and amounts of what may follow stand "
        "on paper only where their rule was read, or is confirmed here.",
        "",
        confirmed_rules,
    )
    idle_lock_minutes: int = _number("Minutes without a key or click until the program locks.", 5, 1, 60)
    interview_lock_minutes: int = _number("The same while an interview is open.", 15, 1, 60)
    passphrase_length: int = _number("The fewest characters of a new passphrase.", 12, 12, 64)
    keychain: KeychainRule = field(
        default=KeychainRule.PREFERRED,
        metadata={
            "doc": "required: no vault without the system's keychain. preferred: without one the screen says so."
        },
    )
    removable_allowed: bool = _switch("A vault may lie on a removable drive.", default=False)
    backup_folder: str = _text(
        "A second place for backups: a folder on a removable drive or the network, written in full; %NAMES% of the "
        "machine's variables count. Each vault has a folder of its own in it that only its coach may list."
    )
    backup_days: int = _number(
        "Working days after which the first screen asks for a backup, where something was changed since the last.",
        3,
        1,
        30,
    )
    export_allowed: bool = _switch(
        "A coach may save the caseload as a file for a spreadsheet. Such a file is not encrypted.", default=True
    )
    minutes_counted: bool = _switch(
        "The program counts the coach's own minutes (typing, the first screen, from the last answer to the document) for "
        "the coach to see. They are totals of days, about nobody, and stay in the vault.",
        default=True,
    )
    minutes_contribution: bool = _switch(
        "A coach may save rounded totals of four weeks as a file without a name, a site or a day, to be added up with "
        "those of at least four colleagues.",
        default=False,
    )
    content_key: str = field(
        default="",
        metadata={
            "doc": "The public key of whoever signs the files of the machine's content folder, as keygen prints it.",
            "bytes": 32,
        },
    )
    recovery_key: str = field(
        default="",
        metadata={
            "doc": "The public key of whoever may recover a vault that its coach cannot open, as recovery-keygen prints "
            "it. Sealed answers stay closed.",
            "bytes": 32,
        },
    )
    second_recovery_key: str = field(
        default="",
        metadata={
            "doc": "The public key of a second person: the two together also recover sealed answers, which the people "
            "whose answers they are can see. Without it nobody does.",
            "bytes": 32,
        },
    )
    unsigned_content_allowed: bool = _switch(
        "Files of the machine's content folder are used without a signature too. For trying things out only.",
        default=False,
    )
    fixed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PolicyProblem:
    """One mistake in a policy file.

    Attributes:
        code: stable, "policy.unknown".
        place: the setting, or the line where the file cannot be read.
        text: the mistake in a sentence, for the administrator.
    """

    code: str
    place: str
    text: str


def settings() -> tuple[dataclasses.Field[object], ...]:
    """The settings that a policy file may hold, in order."""
    return tuple(each for each in dataclasses.fields(Policy) if "doc" in each.metadata)


def load_policy(text: str) -> Policy | tuple[PolicyProblem, ...]:
    """The policy in the text of a file, or every mistake in it. An empty text is the defaults."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (PolicyProblem("policy.not-toml", str(error), _("This is not a TOML file.")),)
    problems = tuple(_problems(given))
    if problems:
        return problems
    fixed = frozenset(given)
    if "keychain" in given:
        given["keychain"] = KeychainRule(given["keychain"])
    return Policy(**given, fixed=fixed)


def require_policy(text: str) -> Policy:
    """The policy in the text of a file.

    Raises:
        AppError: "policy.invalid" with how `many` mistakes there are and the `first` in words.
    """
    policy = load_policy(text)
    if isinstance(policy, Policy):
        return policy
    raise AppError("policy.invalid", many=len(policy), first=f"{policy[0].place}: {policy[0].text}")


def _problems(given: dict[str, object]) -> Iterator[PolicyProblem]:
    known = {each.name: each for each in settings()}
    for name, value in given.items():
        if name in known:
            yield from _mistake(known[name], value)
        else:
            meant = difflib.get_close_matches(name, known, n=1)
            text = _("No such setting. Is {name} meant?").format(name=meant[0]) if meant else _("No such setting.")
            yield PolicyProblem("policy.unknown", name, text)


def _mistake(setting: dataclasses.Field[object], value: object) -> Iterator[PolicyProblem]:
    name, default, limits = setting.name, setting.default, setting.metadata
    if isinstance(default, KeychainRule):
        if value not in [str(rule) for rule in KeychainRule]:
            words = ", ".join(KeychainRule)
            yield PolicyProblem("policy.choice", name, _("One of these is needed: {words}.").format(words=words))
    elif type(value) is not type(default):
        wanted = {
            str: _("Text in quotes is needed."),
            bool: _("Needs true or false."),
            int: _("A whole number is needed."),
        }
        yield PolicyProblem("policy.type", name, wanted[type(default)])
    elif isinstance(value, int) and not isinstance(value, bool) and not limits["least"] <= value <= limits["most"]:
        text = _("A number from {least} to {most} is needed.").format(least=limits["least"], most=limits["most"])
        yield PolicyProblem("policy.range", name, text)
    elif isinstance(value, str) and value and "bytes" in limits and not _is_key(value, limits["bytes"]):
        yield PolicyProblem("policy.key", name, _("A public key is needed, just as keygen prints it."))
    elif isinstance(value, str) and not _is_read(limits.get("reader"), value):
        yield PolicyProblem("policy.unreadable-text", name, _("This cannot be read. Write it as in the example."))


def _is_read(reader: Callable[[str], object] | None, value: str) -> bool:
    try:
        if reader is not None:
            reader(value)
    except ValueError:
        return False
    return True


def _is_key(value: str, length: int) -> bool:
    try:
        return len(base64.b64decode(value, validate=True)) == length
    except ValueError:
        return False
