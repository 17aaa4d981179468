from coachdesk.interviews import Channel, Standing, StepProgress, label, missing, progress_of_all, say
from tests.core.interviews.run import Run, asking, one

NEEDED = one("yes_no", 'required = "The copy says how you answered."\n', name="outcome")
WORK = one("yes_no", name="work")
HOURS = one("number", 'required = "We measure the plan."\nwhen = [{ question = "work", is = "yes" }]\n', name="hours")


def test_what_is_missing_says_where_it_is_and_why_it_is_needed() -> None:
    run = Run(asking(WORK, HOURS, NEEDED))
    found = missing(run.definition, run.answer(work="yes").answers)
    assert [(each.step.title, each.question.id, each.why) for each in found] == [
        ("First", "hours", "We measure the plan."),
        ("First", "outcome", "The copy says how you answered."),
    ]
    assert [each.question.id for each in missing(run.definition, run.answer(work="no").answers)] == ["outcome"]


def test_not_discussed_and_rather_not_say_are_answers() -> None:
    run = Run(asking(NEEDED))
    for standing in (Standing.NOT_DISCUSSED, Standing.PREFER_NOT_TO_SAY):
        assert missing(run.definition, run.stand("outcome", standing).answers) == ()
    assert missing(run.definition, run.answer(outcome="yes").answers) == ()
    assert len(missing(run.definition, run.answer(outcome="").answers)) == 1


def state(run: Run, *, opened: bool = False) -> StepProgress:
    step = run.definition.steps[0]
    return progress_of_all(run.definition, run.answers, {step.id} if opened else ())[step.id]


def test_a_step_is_untouched_then_begun_then_done_and_begun_again_by_a_new_branch() -> None:
    run = Run(asking(WORK, HOURS, NEEDED))
    assert state(run) == StepProgress(0, 2, "untouched")
    assert state(run.answer(work="no")) == StepProgress(1, 2, "begun")
    assert state(run.stand("outcome", Standing.NOT_DISCUSSED)) == StepProgress(2, 2, "done")
    assert state(run.answer(work="yes")) == StepProgress(2, 3, "begun")


def test_a_sealed_answer_counts_without_being_opened() -> None:
    run = Run(asking(one("long_text", "sealed = true\n")))
    assert state(run.seal("it")) == StepProgress(1, 1, "done")


def test_a_step_that_only_reads_back_is_done_once_it_was_opened() -> None:
    run = Run(asking(one("plan"), one("recap", name="back")))
    assert state(run) == StepProgress(0, 0, "untouched")
    assert state(run, opened=True) == StepProgress(0, 0, "done")


def test_the_channel_changes_the_words_and_nothing_else() -> None:
    text = asking(one("short_text", 'labels = { phone = "Can you talk?" }\n'))
    text = text.replace('rank = "must"\n', 'rank = "must"\nsay = "Sit down."\nsay_by_channel = { phone = "Hello." }\n')
    run = Run(text)
    step, question = run.definition.steps[0], run.definition.question("it")
    assert (say(step, Channel.PHONE), label(question, Channel.PHONE)) == ("Hello.", "Can you talk?")
    assert (say(step, Channel.VIDEO), label(question, Channel.VIDEO)) == ("Sit down.", "What about it?")
