"""Walks that nobody thought of: answers, changed branches, back, save, reopen. Reopening shows what was shown before."""

import json
from collections.abc import Mapping

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from coachdesk.interviews import (
    KINDS,
    Answer,
    Channel,
    Kind,
    Question,
    Standing,
    circumstances,
    missing,
    next_question,
    plan,
    progress_of_all,
    recap,
    slows,
    stop,
    visible,
    visible_steps,
)
from tests.core.interviews.run import STEP, asking, loaded, one

CHOICES = (
    'choices = [{ id = "alone", label = "Alone" }, { id = "bus", label = "Bus", circumstance = "travel" }, '
    '{ id = "end", label = "End", ends = "Stop." }]\n'
)
TEXT = asking(
    one("one_of", CHOICES, name="who"),
    one("many_of", CHOICES + 'print = "yes"\n', name="ways"),
    one("told_to_everyone", CHOICES + "sealed = true\nonly_when_alone = true\n", name="card"),
    one("number", 'when = [{ question = "ways", includes = "bus" }]\nprint = "ask"\n', name="fare"),
    one("yes_no", 'when = [{ question = "fare", at_least = 5 }]\nrequired = "We need it."\n', name="dear"),
    one("long_text", 'when = [{ question = "dear", is = "yes" }]\nprint = "yes"\n', name="words"),
    one("scale", 'when = [{ question = "who", is_not = "alone" }]\n', name="sure"),
    head='alone = { question = "who", is = "alone" }\n',
) + (
    STEP.replace("first", "second")
    + 'when = [{ question = "sure", at_most = 4 }]\n[[steps.questions]]\n'
    + one("date", 'print = "yes"\n', name="day")
    + "[[steps.questions]]\n"
    + one("children", name="children")
    + "[[steps.questions]]\n"
    + one("next_meeting", name="next")
)
DEFINITION = loaded(TEXT)

TYPED = st.text(max_size=4)
CHOSEN = st.sampled_from(["alone", "bus", "end", "gone"])
DATES = st.one_of(
    st.just(""),
    st.dates().map(str),
    st.fixed_dictionaries({"day": TYPED, "month": TYPED, "year": TYPED}),
)
VALUES: Mapping[Kind, st.SearchStrategy[object]] = {
    Kind.ONE_OF: CHOSEN,
    Kind.MANY_OF: st.lists(CHOSEN),
    Kind.TOLD_TO_EVERYONE: st.lists(CHOSEN),
    Kind.NUMBER: st.one_of(TYPED, st.integers(-9, 9).map(str)),
    Kind.YES_NO: st.sampled_from(["", "yes", "no"]),
    Kind.LONG_TEXT: st.text(),
    Kind.SCALE: st.fixed_dictionaries({"number": st.one_of(st.none(), st.integers(0, 10)), "words": TYPED}),
    Kind.DATE: DATES,
    Kind.CHILDREN: st.lists(st.fixed_dictionaries({"age": TYPED, "born": DATES}), max_size=2),
    Kind.NEXT_MEETING: st.fixed_dictionaries(
        {"on": DATES, "at": TYPED, "channel": st.sampled_from(["", "phone"]), "reason": TYPED}
    ),
}

Row = tuple[str, str | None, str, str]
"""An answer as it is stored: question id, canonical JSON or nothing, standing, note."""


class Conversation(RuleBasedStateMachine):
    """A coach who jumps about, and a program that keeps up."""

    @initialize()
    def begin(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.here = ""
        self.said: dict[str, Answer] = {}

    @rule(data=st.data(), question=st.sampled_from(list(DEFINITION.questions())), note=TYPED)
    def answer(self, data: st.DataObject, question: Question, note: str) -> None:
        """Any question, visible or not: a hidden one was visible when the coach began to type."""
        value = data.draw(VALUES[question.kind])
        self.answers[question.id] = self.said[question.id] = Answer(value, note=note, sealed=question.sealed)

    @rule(
        question=st.sampled_from(list(DEFINITION.questions())),
        standing=st.sampled_from([Standing.NOT_DISCUSSED, Standing.PREFER_NOT_TO_SAY]),
    )
    def pass_over(self, question: Question, standing: Standing) -> None:
        self.answers[question.id] = self.said[question.id] = Answer(standing=standing)

    @rule()
    def go_on(self) -> None:
        found = next_question(DEFINITION, self.answers, self.here)
        self.here = found.id if found else ""

    @precondition(lambda self: self.answers)
    @rule()
    def save_and_reopen(self) -> None:
        shown = self.shown()
        stored = json.dumps([self.row(question_id) for question_id in self.answers])
        self.answers = {row[0]: self.answer_of(row) for row in json.loads(stored)}
        assert self.shown() == shown

    def row(self, question_id: str) -> Row:
        answer, rules = self.answers[question_id], KINDS[DEFINITION.question(question_id).kind]
        text = rules.dump(answer.value) if answer.standing is Standing.GIVEN else None
        return question_id, text, answer.standing, answer.note

    def answer_of(self, row: Row) -> Answer:
        question_id, text, standing, note = row
        question = DEFINITION.question(question_id)
        if text is None:
            return Answer(standing=Standing(standing), note=note)
        return Answer(KINDS[question.kind].parse(text), note=note, sealed=question.sealed)

    def shown(self) -> list[object]:
        """Everything that the screens compute from the answers."""
        pace = plan(DEFINITION, self.answers, elapsed_seconds=1300, opened=(), folded=(), stopped=False)
        return [
            [question.id for question in visible(DEFINITION, self.answers)],
            progress_of_all(DEFINITION, self.answers, ()),
            missing(DEFINITION, self.answers),
            recap(DEFINITION, self.answers, Channel.FACE_TO_FACE, str),
            circumstances(DEFINITION, self.answers),
            stop(DEFINITION, self.answers),
            slows(DEFINITION, self.answers),
            (pace.fold, pace.shown),
        ]

    @invariant()
    def nothing_that_was_said_is_lost(self) -> None:
        assert self.answers == self.said

    @invariant()
    def the_steps_hold_exactly_the_visible_questions(self) -> None:
        steps = visible_steps(DEFINITION, self.answers)
        asked = list(visible(DEFINITION, self.answers))
        assert asked == [each for step in steps for each in step.questions if each in asked]

    @invariant()
    def going_on_from_the_start_meets_every_visible_question_once(self) -> None:
        met, here = [], ""
        while (found := next_question(DEFINITION, self.answers, here)) is not None:
            met.append(found)
            here = found.id
        assert met == list(visible(DEFINITION, self.answers))


TestConversation = Conversation.TestCase
TestConversation.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
