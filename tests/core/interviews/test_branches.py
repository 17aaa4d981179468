import pytest

from coachdesk.interviews import Standing, next_question
from tests.core.interviews.run import STEP, Run, asking, one

CHOICES = 'choices = [{ id = "bus", label = "Bus" }, { id = "car", label = "Car" }, { id = "foot", label = "Foot" }]\n'


def then(condition: str) -> str:
    return one("short_text", f"when = [{{ {condition} }}]\n", name="then")


@pytest.mark.parametrize(
    ("kind", "more", "condition", "shown", "hidden"),
    [
        ("yes_no", "", 'question = "it", is = "yes"', ["yes"], ["no", "", None]),
        ("one_of", CHOICES, 'question = "it", is_not = "car"', ["bus", "foot"], ["car", "", None]),
        ("one_of", CHOICES, 'question = "it", any_of = ["bus", "foot"]', ["bus", "foot"], ["car", None]),
        ("many_of", CHOICES, 'question = "it", includes = "bus"', [["bus"], ["car", "bus"]], [["car"], [], None]),
        ("many_of", CHOICES, 'question = "it", includes_any = ["bus", "car"]', [["car"]], [["foot"], []]),
        ("number", "", 'question = "it", at_least = 7.5', ["7.5", "8"], ["7.4", "many", "", None]),
        ("money", "", 'question = "it", at_most = 1000', ["£999.99", "1,000"], ["1000.01", "a lot", None]),
        (
            "scale",
            "",
            'question = "it", at_most = 4',
            [{"number": 4, "words": ""}],
            [{"number": 5, "words": ""}, {"number": None, "words": "low"}],
        ),
        (
            "consent",
            "",
            'question = "it", is = "yes"',
            [{"answer": "yes", "what": ""}],
            [{"answer": "no", "what": "x"}, {"answer": "", "what": ""}],
        ),
        (
            "children",
            "",
            'question = "it", answered = true',
            [[{"age": "4", "born": ""}]],
            [[], [{"age": "", "born": ""}]],
        ),
        ("long_text", "", 'question = "it", answered = false', ["", " ", None], ["something"]),
    ],
)
def test_a_question_is_asked_only_where_its_condition_holds(
    kind: str, more: str, condition: str, shown: list[object], hidden: list[object]
) -> None:
    run = Run(asking(one(kind, more), then(condition)))
    for value in shown:
        assert "then" in run.answer(it=value).visible, value
    for value in hidden:
        assert "then" not in run.answer(it=value).visible, value


def test_every_condition_of_a_list_has_to_hold() -> None:
    both = 'when = [{ question = "work", is = "yes" }, { question = "notice", at_least = 7 }]\n'
    run = Run(asking(one("yes_no", name="work"), one("number", name="notice"), one("short_text", both, name="when")))
    assert "when" not in run.answer(work="yes").visible
    assert "when" in run.answer(notice="28").visible
    assert "when" not in run.answer(work="no").visible


def test_not_discussed_is_not_a_no() -> None:
    run = Run(asking(one("yes_no"), then('question = "it", is_not = "yes"')))
    assert "then" not in run.stand("it", Standing.NOT_DISCUSSED).visible
    assert "then" not in run.stand("it", Standing.PREFER_NOT_TO_SAY).visible
    assert "then" in run.answer(it="no").visible


def test_an_answer_that_got_hidden_counts_for_nothing_but_is_kept() -> None:
    run = Run(
        asking(
            one("yes_no", name="carer"),
            one("yes_no", 'when = [{ question = "carer", is = "yes" }]\n', name="paid"),
            one("short_text", 'when = [{ question = "paid", is = "no" }]\n', name="benefit"),
        )
    )
    assert run.answer(carer="yes", paid="no").visible == ["carer", "paid", "benefit"]
    assert run.answer(carer="no").visible == ["carer"]
    assert run.answers["paid"].value == "no"
    assert run.answer(carer="yes").visible == ["carer", "paid", "benefit"]


SECOND = STEP.replace("first", "second") + 'when = [{ question = "work", is = "yes" }]\n'


def test_a_step_whose_condition_does_not_hold_is_no_part_of_the_conversation() -> None:
    text = asking(one("yes_no", name="work")) + SECOND + "[[steps.questions]]\n" + one("number", name="hours")
    run = Run(text)
    assert run.steps == ["first"]
    assert run.asked_in("second") == []
    assert run.answer(work="yes").steps == ["first", "second"]
    assert run.asked_in("second") == ["hours"]


def test_a_step_with_nothing_left_to_ask_is_left_out_and_one_that_only_speaks_stays() -> None:
    silent = STEP.replace("first", "second")
    quiet = "[[steps.questions]]\n" + one("number", 'when = [{ question = "work", is = "yes" }]\n', name="hours")
    speaks = STEP.replace("first", "third") + 'say = "Thank you for today."\n'
    run = Run(asking(one("yes_no", name="work")) + silent + quiet + speaks)
    assert run.steps == ["first", "third"]
    assert run.answer(work="yes").steps == ["first", "second", "third"]


def test_what_follows_passes_over_what_is_hidden() -> None:
    hidden = one("short_text", 'when = [{ question = "a", is = "yes" }]\n', name="b")
    run = Run(asking(one("yes_no", name="a"), hidden, one("short_text", name="c")))

    def after(question_id: str) -> str | None:
        found = next_question(run.definition, run.answers, question_id)
        return found.id if found else None

    assert (after("a"), after("c")) == ("c", None)
    run.answer(a="yes")
    assert (after("a"), after("b")) == ("b", "c")
    run.answer(a="no")
    assert after("b") == "c", "the coach was at a question that a branch has hidden since"
    assert (after(""), after("gone")) == ("a", "a")
