"""Three meetings that are mostly the person's own: getting on at work, first steps when young, a business of one's own."""

from pathlib import Path

import pytest

from coachdesk.paths import resources
from coachdesk.plans import Implements, Standing
from coachdesk.rehearsal.words import found_in
from tests.core.rehearsal.test_play import chain, rehearsed

CASES = resources("cases")
NOTHING_ASKED = "Nothing is asked of you on this paper."


def words_of(name: str, folder: Path) -> tuple[str, str]:
    """The paper as text, and the transcript."""
    _played, files = rehearsed(name, folder)
    (paper,) = (each for each in files if each.endswith((f"-{len(chain(CASES / f'{name}.toml'))}.txt", "-1.txt")))
    return " ".join(files[paper].decode().split()), " ".join(files["transcript.txt"].decode().split())


def test_who_earns_enough_is_asked_for_nothing_and_chooses_the_next_step(tmp_path: Path) -> None:
    assert all(
        action.standing is Standing.VOLUNTARY for action in chain(CASES / "nowak-lena-progression.toml")[-1].actions
    )
    paper, _transcript = words_of("nowak-lena-progression", tmp_path / "out")
    assert "You do not have to look for work at the moment." in paper
    assert NOTHING_ASKED in paper
    assert "This is my choice. Not doing it cannot reduce my payment." in paper
    assert "Because you told us that you want to see what more pay would change" in paper


def test_it_begins_with_what_went_well_then_our_promises_then_theirs(tmp_path: Path) -> None:
    _paper, transcript = words_of("nowak-lena-progression", tmp_path / "out")
    places = [
        transcript.index("My manager listened, and she wants me on the course."),
        transcript.index("The coach: Send you the names of two places that teach senior care. Done"),
        transcript.index("The person: Ask my manager about the senior carer NVQ. Done."),
        transcript.index("The coach: Find out who can help with the fare home on Wednesdays"),
    ]
    assert places == sorted(places)


def test_who_looked_after_a_young_person_and_who_helps_her_stays_between_the_two(tmp_path: Path) -> None:
    (case,) = chain(CASES / "ellie.toml")
    asked = [action for action in case.actions if action.standing is Standing.REQUIRED]
    assert [action.implements for action in asked] == [Implements.INTERVIEW]
    paper, transcript = words_of("ellie", tmp_path / "out")
    assert "Work with dogs, and be paid for it." in paper
    for said in ("Dawn", "council", "personal adviser", "sofa", "Walking in where everybody knows each other"):
        assert said not in paper
        assert said not in transcript


@pytest.mark.parametrize("language", ["", "-cy"])
def test_what_others_decide_about_a_business_is_no_task_and_stands_on_no_paper(language: str, tmp_path: Path) -> None:
    _played, files = rehearsed("dafydd", tmp_path / "out")
    (pdf,) = (content for name, content in files.items() if name.endswith(f"-1{language}.pdf"))
    assert found_in(pdf, ["six offices", "workshop"]) == ("six offices", "workshop")
    assert found_in(pdf, ["start-up", "2027-08-16", "16 August 2027", "main work"]) == ()
    if not language:
        assert found_in(pdf, [NOTHING_ASKED])
