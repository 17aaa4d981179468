"""Each of the six answers, and a second opinion beside a yes, is told by a case and recorded as the case says it."""

import pytest

from coachdesk.commitments import OutcomeKind, document_of, strings_of
from coachdesk.i18n import Language
from coachdesk.rehearsal import MovingClock, Stage, hold
from coachdesk.rehearsal.meeting import begins_at
from coachdesk.rehearsal.temporary import temporary_vault
from tests.core.rehearsal.test_play import CASES, chain

TOLD = {
    "amira": (OutcomeKind.AGREED, False, "You said yes to this on Tuesday 1 December 2026, face to face."),
    "darren": (OutcomeKind.AGREED_BY_PHONE, False, "by phone."),
    # A short review in which nothing asked has changed: it is asked when the paper is there, and not on it.
    "nowak-piotr-review": (OutcomeKind.TAKEN_AWAY, False, ""),
    "amira-not-yet": (OutcomeKind.DOES_NOT_FIT_YET, False, "You told us this does not fit yet."),
    "amira-undecided": (OutcomeKind.COULD_NOT_DECIDE_TODAY, False, "You could not decide today. That is all right."),
    "amira-fits-now": (
        OutcomeKind.AGREED_BY_PHONE,
        False,
        "You said yes to this on Tuesday 22 December 2026, by phone.",
    ),
    "amira-second-opinion": (OutcomeKind.AGREED, True, "You asked for somebody else to look at this plan."),
}


@pytest.mark.parametrize("name", TOLD)
def test_a_case_records_what_they_said_and_the_paper_says_it_too(name: str) -> None:
    *before, last = chain(CASES / f"{name}.toml")
    clock, person_id = MovingClock(begins_at((*before, last)[0])), ""
    with temporary_vault(clock) as opened:
        stage = Stage(opened.services, clock)
        for case in before:
            person_id = hold(stage, case, person_id)[0].person.id
        _meeting, given = hold(stage, last, person_id)
        assert given.commitment is not None
        life = opened.services.outcomes.life(given.commitment.id)
    assert (life.outcome, life.second_opinion_on is not None) == TOLD[name][:2]
    assert TOLD[name][2] in " ".join(strings_of(document_of(given.commitment.snapshot, Language.ENGLISH)))


def test_every_answer_has_a_case() -> None:
    (kezia,) = chain(CASES / "kezia.toml")
    assert kezia.outcome is not None
    assert {kezia.outcome.kind, *(told[0] for told in TOLD.values())} == set(OutcomeKind)
