"""A commitment that is issued again after a change: what is different is said, and what was given before stays as it was."""

import hashlib

from coachdesk.cases import Case
from coachdesk.commitments import Changed, Commitment, Format, OutcomeKind
from coachdesk.i18n import Language
from coachdesk.rehearsal import MovingClock, Stage, hold
from coachdesk.rehearsal.meeting import begins_at
from coachdesk.rehearsal.temporary import temporary_vault
from coachdesk.services import FileStanding, Services
from tests.core.rehearsal.test_play import CASES, chain

EVERY = tuple((kind, language) for kind in Format for language in Language)
LOOK = "Look at the vacancy pages of the six nearest schools and note what is new"
DONE = "Check the Flexible Support Fund for the first month of childcare if you are offered work"


def bytes_of(services: Services, commitment: Commitment) -> dict[tuple[Format, Language], bytes]:
    """Every form of a commitment in every language, as the vault gives it."""
    return {
        (kind, language): services.commitments.content(commitment.id, kind, language=language)
        for kind, language in EVERY
    }


def given(stage: Stage, cases: tuple[Case, ...]) -> list[tuple[Commitment, dict[tuple[Format, Language], bytes]]]:
    """What was given at each meeting, with its bytes of that day."""
    handed, person_id = [], ""
    for case in cases:
        meeting, over = hold(stage, case, person_id)
        person_id = meeting.person.id
        assert over.commitment is not None
        handed.append((over.commitment, bytes_of(stage.services, over.commitment)))
    return handed


def test_what_did_not_fit_is_changed_and_what_was_given_before_still_opens_with_the_same_hashes() -> None:
    cases = chain(CASES / "amira-fits-now.toml")
    clock = MovingClock(begins_at(cases[0]))
    with temporary_vault(clock) as opened:
        services = opened.services
        handed = given(Stage(services, clock), cases)
        assert [commitment.edition for commitment, _bytes in handed] == [1, 2, 3]
        assert len({commitment.number for commitment, _bytes in handed}) == 1
        for commitment, content in handed:
            assert bytes_of(services, commitment) == content
            stored = services.commitments.issued(commitment.id)
            assert hashlib.sha256(stored.snapshot.encode()).hexdigest() == commitment.digest
        first, second, third = (content[Format.PDF, Language.ENGLISH] for _commitment, content in handed)
        found = [services.editions.verify(each).standing for each in (first, second, third)]
        told = {(each.changed, each.line.words.value) for each in services.editions.difference(handed[2][0].id)}
        before = {(each.changed, each.line.words.value) for each in services.editions.difference(handed[1][0].id)}
        said = [services.outcomes.life(commitment.id).outcome for commitment, _bytes in handed]
    assert found == [FileStanding.SUPERSEDED, FileStanding.SUPERSEDED, FileStanding.ISSUED]
    assert (Changed.NEW, LOOK) in told
    assert (Changed.GONE, DONE) in before
    assert said == [OutcomeKind.AGREED, OutcomeKind.DOES_NOT_FIT_YET, OutcomeKind.AGREED_BY_PHONE]
    text = " ".join(handed[2][1][Format.TEXT, Language.ENGLISH].decode().split())
    assert text.index("What is different since edition 2") < text.index("New: what I am asked to do") < text.index(LOOK)
    assert "Beth sy'n wahanol" in handed[2][1][Format.TEXT, Language.WELSH].decode().replace("’", "'")
