"""One question: that its keys fit its kind, and that nothing said in confidence can leave by another door."""

from collections import Counter
from collections.abc import Mapping

from coachdesk.interviews.definition import RECORDS, Definition, Kind, Print, Question, Rank, Step
from coachdesk.interviews.kinds import KINDS, PRESETS, YES_NO
from coachdesk.interviews.reading import Problems

NEVER_PRINTED = (Kind.TOLD_TO_EVERYONE, Kind.SCALE, Kind.CHILDREN)
"""Kinds whose answers never stand on paper: the card, numbers from 0 to 10, other people's facts (interviews.md 4)."""

_LISTS = (Kind.ONE_OF, Kind.MANY_OF, Kind.TOLD_TO_EVERYONE)
_MEASURES = (Kind.NUMBER, Kind.MONEY)
_VALUELESS = tuple(kind for kind, rules in KINDS.items() if not rules.has_value)
_TEXTS = (Kind.SHORT_TEXT, Kind.LONG_TEXT)

_ONLY_FOR: Mapping[str, tuple[Kind, ...]] = {
    "choices": (*_LISTS, Kind.YES_NO, Kind.CONSENT),
    "slows": _LISTS,
    "unit": _MEASURES,
    "minimum": (*_MEASURES, Kind.SCALE),
    "maximum": (*_MEASURES, Kind.SCALE),
    "most": (Kind.CHILDREN, Kind.JOBS, Kind.OUTCOMES, Kind.PROMISES, Kind.PLAN),
    "presets": (Kind.TIME_WINDOWS,),
    "follow_up": (Kind.SCALE,),
}
"""Keys that mean something for some kinds only."""

_WITH_VALUE = ("required", "sealed", "sensitive", "because", "fact", "record")
"""Keys that mean something only where there is a value."""

_RECORD_KINDS: Mapping[str, tuple[Kind, ...]] = {
    "goal.text": _TEXTS,
    "goal.why": _TEXTS,
    "goal.importance": (Kind.SCALE,),
    "goal.confidence": (Kind.SCALE,),
    "person.preferred_name": (Kind.SHORT_TEXT,),
    "person.contact_note": _TEXTS,
    "plan.hours": (Kind.NUMBER,),
    "plan.times": (Kind.TIME_WINDOWS,),
    "plan.travel": (Kind.NUMBER, *_TEXTS),
    "commitment.present": (Kind.ONE_OF,),
    "commitment.explained": (Kind.ONE_OF,),
    "commitment.outcome": (Kind.ONE_OF,),
    "commitment.second_opinion": (Kind.YES_NO,),
    "commitment.think_until": (Kind.DATE,),
    "appointment.next": (Kind.NEXT_MEETING,),
}


def check_question(question: Question, step: Step, place: str, problems: Problems) -> None:
    """Add every problem of one question in its step."""
    _check_keys(question, place, problems)
    _check_choices(question, place, problems)
    _check_privacy(question, place, problems)
    if question.required and step.rank is not Rank.MUST:
        problems.add("required-in-spare-time", place, "This step may fold to next time, so nothing in it is required.")


def check_records(definition: Definition, problems: Problems) -> None:
    """Add a problem for every record that two questions would write."""
    used = Counter(question.record for question in definition.questions() if question.record)
    for record, count in used.items():
        if count > 1:
            problems.add("record-used-twice", f"record {record}", f"{count} questions write it; only one may.")


def _check_keys(question: Question, place: str, problems: Problems) -> None:
    wrong = [key for key, kinds in _ONLY_FOR.items() if _written(question, key) and question.kind not in kinds]
    if any(question.scale_ends) and question.kind is not Kind.SCALE:
        wrong.append("scale_ends")
    if question.kind in _VALUELESS:
        wrong += [key for key in _WITH_VALUE if _written(question, key)]
    for key in wrong:
        problems.add("key-not-for-kind", place, f'"{key}" means nothing for the kind {question.kind}.')
    for preset in question.presets:
        if preset not in PRESETS:
            problems.add("unknown-preset", place, f'"{preset}" is no preset; there is {", ".join(PRESETS)}.')
    if question.minimum is not None and question.maximum is not None and question.minimum > question.maximum:
        problems.add("minimum-over-maximum", place, "The smallest number is larger than the largest.")
    if question.most is not None and question.most < 1:
        problems.add("not-positive", place, '"most" has to be 1 or more.')


def _written(question: Question, key: str) -> bool:
    """The key holds something; 0 is something."""
    value: object = getattr(question, key)
    return value is not None and value is not False and value not in ("", ())


def _check_choices(question: Question, place: str, problems: Problems) -> None:
    if question.kind in _LISTS and not question.choices:
        problems.add("no-choices", place, "There is nothing to choose from.")
    if question.kind in {Kind.YES_NO, Kind.CONSENT}:
        for choice in question.choices:
            if choice.id not in YES_NO:
                problems.add("unknown-choice", place, f'"{choice.id}" is neither yes nor no.')


def _check_privacy(question: Question, place: str, problems: Problems) -> None:
    if question.print is not Print.NEVER:
        marks = {
            "sealed-printable": (question.sealed, "A sealed answer"),
            "sensitive-printable": (question.sensitive, "A sensitive answer"),
            "private-printable": (question.only_when_alone, "What is asked in private only"),
            "kind-never-printed": (question.kind in NEVER_PRINTED, f"An answer of the kind {question.kind}"),
        }
        for code, (marked, what) in marks.items():
            if marked:
                problems.add(code, place, f'{what} is never printed: "print" has to be "never".')
    if question.because and (question.sealed or question.sensitive):
        problems.add("because-of-secret", place, "A printed reason would give away a sealed or sensitive answer.")
    if "{" in question.because:
        text = "A stored value is never printed as a reason: write the sentence without it."
        problems.add("because-quotes-answer", place, text)
    _check_record(question, place, problems)


def _check_record(question: Question, place: str, problems: Problems) -> None:
    if not question.record:
        return
    if question.record not in RECORDS:
        problems.add("unknown-record", place, f'"{question.record}" is no record; there is {", ".join(RECORDS)}.')
    elif question.kind not in _RECORD_KINDS[question.record]:
        text = f"{question.record} takes {', '.join(_RECORD_KINDS[question.record])}, not {question.kind}."
        problems.add("record-wrong-kind", place, text)
    if question.sealed:
        problems.add("record-of-sealed", place, "A sealed answer is kept nowhere else: it cannot feed a record.")
