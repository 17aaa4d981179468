"""The stored plan against what is recorded, over a real vault."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from coachdesk.application import Opened
from coachdesk.i18n import Language
from coachdesk.plans import Falls, Flagged, FlagKind, Implements
from coachdesk.requirements.facts import Decided
from tests.core.services.talking import Talk, begin, ready_to_issue


def flags(talk: Talk) -> Flagged:
    return talk.opened.services.plans.flags(talk.person.id)


def notes(talk: Talk) -> dict[str, str]:
    prepared = talk.opened.services.commitments.prepare(talk.interview.id, Language.ENGLISH)
    return {note.code: note.text for note in prepared.notes}


def recorded(talk: Talk, kind: str, first: int, last: int) -> None:
    """A circumstance from a day to a day, counted from today."""
    today = talk.today
    talk.opened.services.circumstances.add(
        talk.person.id, kind, starts_on=today + timedelta(days=first), ends_on=today + timedelta(days=last)
    )


def test_a_day_in_court_is_flagged_on_that_day_and_changes_nothing(opened: Opened) -> None:
    talk = begin(opened)
    asked = talk.ask("List twelve schools")
    assert flags(talk).of(asked.id) == ()
    recorded(talk, "court", 0, 0)
    (flag,) = flags(talk).of(asked.id)
    assert flag.cited == "This cannot be asked for today: an appointment conflict (regs. 98 and 99)."
    (kept,) = opened.services.plans.plan(talk.person.id).asked
    assert kept == asked


def test_what_was_said_under_seal_is_flagged_by_its_neutral_name(opened: Opened) -> None:
    talk = begin(opened)
    talk.say("who_is_here", "alone")
    meeting = talk.ask("Come to the jobcentre", implements=Implements.INTERVIEW)
    talk.say("card_private", ["hurt"])
    (flag,) = flags(talk).of(meeting.id)
    assert flag.cited == "This cannot be asked for today: a statutory pause (regs. 98 and 99)."


def test_a_decision_settles_what_was_due(opened: Opened) -> None:
    talk = begin(opened)
    asked = talk.ask("List twelve schools")
    recorded(talk, "funeral", -2, 10)
    (flag,) = flags(talk).of(asked.id)
    assert flag.kind is FlagKind.DISCRETION
    requirements = opened.services.requirements
    until = talk.today + timedelta(days=10)
    requirements.decide(talk.person.id, "funeral", Decided.NOT_APPLIED, reason="They want to go on", until=until)
    assert flags(talk).of(asked.id) == ()
    requirements.decide(talk.person.id, "funeral", Decided.APPLIED, reason="Too much at once", until=until)
    assert [each.code for each in flags(talk).of(asked.id)] == ["flag.decided"]


def test_a_discretion_is_a_note_until_it_is_kept_with_a_reason(opened: Opened) -> None:
    talk = ready_to_issue(opened)
    recorded(talk, "funeral", -2, 10)
    assert "note.decision" in notes(talk)
    assert "a funeral to arrange (reg. 99(5)(b))" in notes(talk)["note.flag"]
    (asked,) = opened.services.plans.plan(talk.person.id).asked
    opened.services.plans.save_action(replace(asked, kept_because="They asked to go on"))
    assert "note.flag" not in notes(talk)


def test_limits_in_words_are_said_to_be_unchecked_and_times_are_checked(opened: Opened) -> None:
    talk = begin(opened)
    talk.say("leave_out", "No bars")
    talk.say("times", {"presets": ["not_weekends"], "words": "Never before nine"})
    talk.say("travel", "45")
    asked = talk.ask("Try a shift in a kitchen", travel_minutes=60, falls=(Falls.WEEKENDS,))
    found = flags(talk)
    assert [each.cited for each in found.of(asked.id)] == [
        "The journey takes 60 minutes each way, and 45 were agreed (reg. 97(3)).",
        "It falls in times that do not fit: at the weekend (reg. 97(1)).",
    ]
    assert [each.text for each in found.whole] == [
        "Not checked against what was said in words about: places and kinds of work, times."
    ]


def test_the_hours_that_were_decided_stand_beside_those_that_the_person_can_give(opened: Opened) -> None:
    talk = begin(opened)
    talk.say("hours", "10")
    talk.say("hours_decided", "16")
    asked = talk.ask("Look through two boards", hours=Decimal(18))
    weighed = opened.services.plans.weigh(talk.person.id)
    assert (weighed.strip.given, weighed.strip.decided) == (Decimal(10), Decimal(16))
    assert [each.kind for each in weighed.flags.of(asked.id)] == [FlagKind.HOURS]


def test_the_card_before_a_meeting_says_what_follows_and_not_from_what(opened: Opened) -> None:
    talk = begin(opened)
    recorded(talk, "custody", -3, 3)
    life = opened.services.day.prep(talk.person.id).life
    assert life == ("Something that you were told", "A statutory pause")
