"""A definition with mistakes: every one is named with file, place and code, and nothing is a traceback."""

import pytest

from coachdesk.interviews import Channel, Condition, Operator, Print, Rank
from tests.core.interviews.run import HEAD, STEP, asking, codes, loaded, one, problems

CHOICES = 'choices = [{ id = "bus", label = "Bus" }, { id = "car", label = "Car" }]\n'


def test_a_whole_definition_comes_out_as_it_was_written() -> None:
    definition = loaded(
        asking(
            one("one_of", 'choices = "ways"\n', name="way"),
            one(
                "scale",
                'scale_ends = ["Not at all", "Quite"]\nfollow_up = "Why not lower?"\nprompts = ["Tell me."]\n',
                name="sure",
            ),
            one(
                "number", 'print = "ask"\nminimum = 0\nmaximum = 7.5\nwhen = [{ question = "way", any_of = ["car"] }]\n'
            ),
            head='stop_text = "Thank you."\n[[choice_lists.ways]]\nid = "car"\nlabel = "Car"\nhint = "Or a van"\n',
        ).replace('rank = "must"', 'rank = "must"\nprompts = ["Wait."]\nsay_by_channel = { phone = "Hello." }')
    )
    step, number = definition.steps[0], definition.question("it")
    assert (definition.id, definition.version, definition.minutes) == ("talk", 1, 30)
    assert (step.rank, step.prompts, step.say_by_channel) == (Rank.MUST, ("Wait.",), {Channel.PHONE: "Hello."})
    assert definition.question("way").choices[0].hint == "Or a van"
    assert definition.question("sure").scale_ends == ("Not at all", "Quite")
    assert (number.print, number.minimum, number.maximum) == (Print.ASK, 0, 7.5)
    assert number.when == (Condition("way", Operator.ANY_OF, ("car",)),)


def test_yes_and_no_may_have_their_own_words() -> None:
    definition = loaded(asking(one("yes_no", 'choices = [{ id = "yes", label = "Yes, please" }]\n')))
    assert definition.question("it").choices[0].label == "Yes, please"
    with pytest.raises(KeyError):
        definition.question("gone")


def test_three_mistakes_are_three_lines_with_their_places() -> None:
    text = asking(one("short_text", 'hnit = "x"\n'), one("texts", name="other"), one("one_of", name="way"))
    typo, kind, choices = (str(problem) for problem in problems(text))
    said = 'definition.unknown-key: "hnit" is no key of this table. Did you mean "hint"?'
    assert typo == f"talk.toml: step first / question it: {said}"
    assert kind.startswith('talk.toml: step first / question other / kind: definition.unknown-kind: "texts" is no kind')
    assert choices == "talk.toml: step first / question way: definition.no-choices: There is nothing to choose from."


@pytest.mark.parametrize(("text", "place"), [('id = "a"\nversion = = 1', "line 2"), ('id = "a', "end of the file")])
def test_broken_toml_is_one_problem_with_its_line(text: str, place: str) -> None:
    (problem,) = problems(text)
    assert (problem.code, problem.file) == ("definition.not-toml", "talk.toml")
    assert problem.place in {place, "line 1"}


def test_an_empty_file_misses_everything_and_says_so() -> None:
    assert codes("") == ["missing-key"] * 4 + ["no-steps"]


def test_steps_that_are_no_list_and_tables_that_are_none() -> None:
    assert codes(HEAD + "steps = 3\n") == ["wrong-type", "no-steps"]
    assert codes(HEAD + "choice_lists = 3\n" + STEP + 'say = "Hello."\n') == ["wrong-type"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("hint = 3", "wrong-type"),
        ('hint = " "', "empty-text"),
        ('sealed = "yes"', "wrong-type"),
        ('prompts = "one"', "wrong-type"),
        ('prompts = ["one", " "]', "empty-text"),
        ('print = "sometimes"', "unknown-print"),
        ('print = " "', "empty-text"),
        ('labels = { letter = "Dear" }', "unknown-channel"),
        ("when = [3]", "wrong-type"),
        ('scale_ends = ["one"]', "wrong-type"),
        ('choices = "nowhere"', "unknown-choice-list"),
        ("minimum = true", "wrong-type"),
        ("most = 1.5", "wrong-type"),
        ('when = [{ question = "before" }]', "one-operator"),
        ('when = [{ question = "before", is = "yes", is_not = "no" }]', "one-operator"),
        ('when = [{ is = "yes" }]', "missing-key"),
        ('when = [{ question = "before", is = "yes", or = 1 }]', "unknown-key"),
    ],
)
def test_a_key_of_a_question_that_cannot_be_read(more: str, code: str) -> None:
    assert codes(asking(one("yes_no", name="before"), one("short_text", more + "\n"))) == [code]


def test_ids_are_small_letters_and_used_once() -> None:
    assert codes(asking(one("plan", name="My Plan"))) == ["bad-id"]
    assert codes(asking(one("plan"), one("plan"))) == ["duplicate-id"]
    assert codes(asking(one("plan"), one("nothing"))) == ["unknown-kind", "duplicate-id"]
    assert codes(asking(one("plan")) + STEP + 'say = "Again."\n') == ["duplicate-id"]
    twice = 'choices = [{ id = "bus", label = "Bus" }, { id = "bus", label = "Coach" }]\n'
    (problem,) = problems(asking(one("one_of", twice)))
    assert (problem.code, problem.place) == ("definition.duplicate-id", "step first / question it")


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ('question = "nobody", is = "yes"', "unknown-question"),
        ('question = "it", answered = true', "condition-on-later"),
        ('question = "after", answered = true', "condition-on-later"),
        ('question = "secret", answered = true', "condition-on-sealed"),
        ('question = "way", includes = "bus"', "operator-not-for-kind"),
        ('question = "way", is = "plane"', "unknown-choice"),
        ('question = "way", is = 3', "unknown-choice"),
        ('question = "way", is = { a = 1 }', "unknown-choice"),
        ('question = "way", any_of = ["bus", "plane"]', "unknown-choice"),
        ('question = "way", any_of = "bus"', "wrong-type"),
        ('question = "way", any_of = []', "wrong-type"),
        ('question = "way", answered = "yes"', "wrong-type"),
        ('question = "hours", at_least = "7"', "wrong-type"),
        ('question = "hours", at_most = true', "wrong-type"),
        ('question = "open", is = "yes"', "operator-not-for-kind"),
        ('question = "plan", answered = true', "operator-not-for-kind"),
        ('question = "sure", is = "perhaps"', "unknown-choice"),
    ],
)
def test_a_condition_looks_at_an_earlier_open_question_in_a_way_that_fits_it(condition: str, code: str) -> None:
    before = (
        one("one_of", CHOICES, name="way"),
        one("number", name="hours"),
        one("long_text", name="open"),
        one("yes_no", "sealed = true\n", name="secret"),
        one("plan", name="plan"),
        one("consent", name="sure"),
    )
    it = one("short_text", f"when = [{{ {condition} }}]\n")
    assert codes(asking(*before, it, one("yes_no", name="after"))) == [code]


def test_a_condition_on_a_question_that_nobody_can_read_is_not_a_second_mistake() -> None:
    it = one("short_text", 'when = [{ question = "other", is = "yes" }]\n')
    assert codes(asking(one("yesno", name="other"), it)) == ["unknown-kind"]


def test_the_condition_of_a_step_is_looked_at_too() -> None:
    later = STEP.replace("first", "second") + 'say = "Good."\nwhen = [{ question = "gone", is = "yes" }]\n'
    (problem,) = problems(asking(one("yes_no")) + later)
    assert (problem.code, problem.place) == ("definition.unknown-question", "step second")


@pytest.mark.parametrize(
    ("kind", "more", "code"),
    [
        ("short_text", 'sealed = true\nprint = "yes"', "sealed-printable"),
        ("short_text", 'sensitive = true\nprint = "ask"', "sensitive-printable"),
        ("told_to_everyone", CHOICES + 'print = "ask"', "kind-never-printed"),
        ("scale", 'print = "ask"', "kind-never-printed"),
        ("children", 'print = "yes"', "kind-never-printed"),
        ("short_text", 'because = "Because you said {answer}."', "because-quotes-answer"),
        ("short_text", 'sealed = true\nbecause = "Because you told us."', "because-of-secret"),
        ("short_text", 'sensitive = true\nbecause = "Because you told us."', "because-of-secret"),
        ("short_text", 'sealed = true\nrecord = "person.contact_note"', "record-of-sealed"),
        ("short_text", 'record = "person.shoe_size"', "unknown-record"),
        ("short_text", 'record = "plan.hours"', "record-wrong-kind"),
        ("one_of", "", "no-choices"),
        ("yes_no", CHOICES.replace(', { id = "car", label = "Car" }', ""), "unknown-choice"),
        ("short_text", CHOICES, "key-not-for-kind"),
        ("short_text", "slows = true", "key-not-for-kind"),
        ("short_text", 'unit = "hours"', "key-not-for-kind"),
        ("date", "minimum = 0", "key-not-for-kind"),
        ("yes_no", 'scale_ends = ["No", "Yes"]', "key-not-for-kind"),
        ("plan", "sealed = true", "key-not-for-kind"),
        ("recap", 'required = "It is needed."', "key-not-for-kind"),
        ("time_windows", 'presets = ["tea_time"]', "unknown-preset"),
        ("number", "minimum = 7\nmaximum = 6", "minimum-over-maximum"),
        ("children", "most = 0", "not-positive"),
    ],
)
def test_what_a_question_may_not_be(kind: str, more: str, code: str) -> None:
    assert codes(asking(one(kind, more + "\n"))) == [code]


def test_two_questions_never_write_the_same_record() -> None:
    goal = 'record = "goal.text"\n'
    (problem,) = problems(asking(one("short_text", goal, name="a"), one("long_text", goal, name="b")))
    assert (problem.code, problem.place) == ("definition.record-used-twice", "record goal.text")


def test_nothing_is_required_in_a_step_that_may_fold_to_next_time() -> None:
    text = asking(one("yes_no", 'required = "We need it."\n')).replace('rank = "must"', 'rank = "if_time"')
    assert codes(text) == ["required-in-spare-time"]


PRIVATE = one("short_text", "only_when_alone = true\n", name="private")
ALONE = 'alone = { question = "who", is = "yes" }\n'


def test_who_is_alone_has_to_be_known_before_something_is_asked_in_private() -> None:
    who = one("yes_no", name="who")
    loaded(asking(who, PRIVATE, one("short_text", "only_when_alone = true\n"), head=ALONE))
    assert codes(asking(who, PRIVATE)) == ["no-alone"]
    assert codes(asking(PRIVATE, who, head=ALONE)) == ["condition-on-later"]
    assert codes(asking(PRIVATE, head=ALONE)) == ["unknown-question"]
    assert codes(asking(one("short_text"), head=ALONE)) == ["unknown-question"]
    assert codes(asking(who, one("short_text", 'only_when_alone = true\nprint = "yes"\n'), head=ALONE)) == [
        "private-printable"
    ]
    asked_alone = one("yes_no", "only_when_alone = true\n", name="who")
    assert codes(asking(asked_alone, head=ALONE)) == ["condition-on-later", "alone-asked-alone"]


def test_a_script_leaves_two_thirds_of_the_step_to_the_person() -> None:
    def saying(words: int, channel: str = "") -> str:
        script = f'"{"word " * words}"'
        said = f"say_by_channel = {{ {channel} = {script} }}" if channel else f"say = {script}"
        return HEAD + STEP.replace("minutes = 10", "minutes = 3") + said + "\n[[steps.questions]]\n" + one("plan")

    loaded(saying(130))
    (spoken,) = problems(saying(131))
    assert (spoken.code, spoken.place) == ("definition.script-too-long", "step first / say")
    (on_the_phone,) = problems(saying(131, "phone"))
    assert on_the_phone.place == "step first / say_by_channel / phone"


def test_the_steps_that_must_be_done_fit_into_the_slot() -> None:
    spare = STEP.replace("first", "spare").replace("must", "if_time") + 'say = "If there is time."\n'
    loaded(asking(one("plan")).replace("minutes = 10", "minutes = 30") + spare)
    assert codes(asking(one("plan")).replace("minutes = 10", "minutes = 30.5")) == ["over-minutes"]


def test_a_step_says_or_asks_something_and_takes_time() -> None:
    assert codes(HEAD + STEP) == ["empty-step"]
    assert codes("version = 0\nminutes = 0\n" + HEAD.replace("version = 1\n", "").replace("minutes = 30\n", "")) == [
        "not-positive",
        "not-positive",
        "no-steps",
    ]
    assert codes(HEAD + STEP.replace("minutes = 10", "minutes = 0") + "[[steps.questions]]\n" + one("plan")) == [
        "not-positive"
    ]
    assert codes(HEAD + STEP.replace('"must"', '"soon"') + 'say = "Hello."\n') == ["unknown-rank"]
