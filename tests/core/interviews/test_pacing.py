import pytest

from coachdesk.interviews import Pace, plan
from tests.core.interviews.run import HEAD, Run


def step(name: str, rank: str, more: str = "", question: str = "yes_no") -> str:
    return (
        f'[[steps]]\nid = "{name}"\ntitle = "{name}"\nminutes = 5\nrank = "{rank}"\n{more}'
        f'[[steps.questions]]\nid = "q_{name}"\nkind = "{question}"\nlabel = "{name}?"\n'
    )


CARD = 'slows = true\nchoices = [{ id = "death", label = "Someone died" }, { id = "no", label = "Nothing", alone = true }]\n'


@pytest.fixture
def run() -> Run:
    return Run(
        HEAD
        + step("hello", "must", question="told_to_everyone")
        + CARD
        + step("promises", "must", "stays = true\n")
        + step("plan", "must")
        + step("money", "if_time")
        + step("training", "next_time")
        + step("hidden", "if_time", 'when = [{ question = "q_plan", is = "yes" }]\n')
        + step("goodbye", "must", "stays = true\n")
    )


def pace(
    run: Run, minutes: float, *, opened: tuple[str, ...] = (), folded: tuple[str, ...] = (), stopped: bool = False
) -> Pace:
    return plan(
        run.definition, run.answers, elapsed_seconds=int(minutes * 60), opened=opened, folded=folded, stopped=stopped
    )


def test_minutes_left_are_whole_and_never_below_nothing(run: Run) -> None:
    assert [pace(run, minutes).minutes_left for minutes in (0, 0.1, 1, 29.5, 30, 45)] == [30, 30, 29, 1, 0, 0]
    assert [pace(run, minutes).share for minutes in (0, 15, 30, 45)] == [0, 0.5, 1, 1]


def test_a_step_for_spare_time_folds_at_two_thirds_of_the_slot_unless_it_was_opened(run: Run) -> None:
    assert "money" not in pace(run, 19.9).fold
    assert "money" in pace(run, 20).fold
    assert "money" not in pace(run, 20, opened=("money",)).fold
    assert "money" not in pace(run, 20, folded=("money",)).fold, "it is folded already"


def test_a_step_for_next_time_is_folded_from_the_start_and_one_key_away(run: Run) -> None:
    assert pace(run, 0).fold == ("training",)
    assert pace(run, 0, opened=("training",)).fold == ()


def test_a_hidden_step_is_not_put_off_because_it_is_not_there(run: Run) -> None:
    assert "hidden" not in pace(run, 25).fold
    assert "hidden" in pace(run.answer(q_plan="yes"), 25).fold


def test_something_from_the_card_stops_the_clock_and_folds_the_rest(run: Run) -> None:
    run.answer(q_hello=["death"])
    now = pace(run, 1, opened=("hello",))
    assert not now.shown
    assert now.fold == ("plan", "money", "training"), "our promises and the goodbye stay"
    assert pace(run.answer(q_hello=["no"]), 1, opened=("hello",)).shown


def test_after_a_kind_end_the_clock_is_not_shown(run: Run) -> None:
    assert pace(run, 1).shown
    ended = pace(run, 1, opened=("hello", "plan"), stopped=True)
    assert not ended.shown
    assert ended.fold == ("money", "training"), "what the two have begun is not taken away from them"
