"""What the organisation's policy takes away is refused by what would do it, whatever a screen offers."""

from pathlib import Path

import pytest

from coachdesk.advice import sentence
from coachdesk.application import Opened
from coachdesk.commitments import WHOLE, Format
from coachdesk.errors import AppError
from coachdesk.i18n import Language
from coachdesk.people import Handover, How
from coachdesk.policy import Policy
from coachdesk.policy.leaving import FORMATS
from coachdesk.services import CopyWish
from coachdesk.storage import find_by
from tests.core.services.issuing import issue, let_out
from tests.core.services.talking import ready_to_issue
from tests.vaults import made, setting


def handed(opened: Opened, person_id: str) -> list[str]:
    with opened.database.read() as connection:
        return [each.how for each in find_by(connection, Handover, person_id=person_id)]


def test_the_names_of_forms_are_those_of_documents() -> None:
    assert tuple(Format) == FORMATS
    assert Policy().formats == tuple(Format)
    assert Policy().languages == tuple(Language)


def test_where_printing_is_not_allowed_nothing_is_printed_and_everything_else_goes_on(tmp_path: Path) -> None:
    opened = made(setting(tmp_path, policy=Policy(printing_allowed=False)))
    talk = ready_to_issue(opened)
    issued, services = issue(talk), opened.services
    with pytest.raises(AppError, match=r"policy\.no-printing") as refused:
        let_out(services, services.commitments.outgoing(issued.id, Format.PDF, How.PRINTED))
    assert "read it aloud" in sentence(refused.value)
    with pytest.raises(AppError, match=r"policy\.no-printing"):
        services.day.outgoing(services.day.today())
    assert services.handing.withheld() == {How.PRINTED}
    assert services.commitments.write(issued.id, Format.PDF, tmp_path).exists()
    assert handed(opened, talk.person.id) == [How.SAVED]
    opened.close()


def test_where_the_clipboard_is_not_allowed_nothing_is_copied_or_marked_as_pasted(tmp_path: Path) -> None:
    opened = made(setting(tmp_path, policy=Policy(clipboard_allowed=False)))
    talk = ready_to_issue(opened)
    issued, journal = issue(talk), opened.services.journal
    for piece in (WHOLE, journal.pieces(issued.id)[0].id):
        with pytest.raises(AppError, match=r"policy\.no-clipboard"):
            let_out(opened.services, journal.outgoing(issued.id, piece, Language.ENGLISH))
    assert journal.pasted(issued.id, Language.ENGLISH) == {}
    assert handed(opened, talk.person.id) == []
    opened.close()


def test_only_the_forms_and_languages_on_offer_are_handed_over(tmp_path: Path) -> None:
    opened = made(setting(tmp_path, policy=Policy(formats=("pdf", "pdf-large"), languages=("en",))))
    issued, services = issue(ready_to_issue(opened)), opened.services
    assert services.handing.formats() == (Format.PDF, Format.LARGE)
    assert services.handing.languages() == (Language.ENGLISH,)
    for kind in (Format.EASY, Format.HTML, Format.TEXT):
        with pytest.raises(AppError, match=r"policy\.no-form"):
            services.commitments.write(issued.id, kind, tmp_path)
        with pytest.raises(AppError, match=r"policy\.no-form"):
            services.copies.wanted(CopyWish(kind))
    with pytest.raises(AppError, match=r"policy\.no-language"):
        services.commitments.write(issued.id, Format.LARGE, tmp_path, Language.WELSH)
    assert [path.suffix for path in tmp_path.iterdir() if path.suffix in {".pdf", ".html", ".txt"}] == []
    assert services.commitments.write(issued.id, Format.LARGE, tmp_path).exists()
    assert services.commitments.content(issued.id, Format.TEXT, language=Language.WELSH)
    opened.close()
