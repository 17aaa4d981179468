"""A case in which both wanted to sign is played like every other."""

from coachdesk.commitments import Format
from coachdesk.i18n import Language
from tests.core.rehearsal.every_format import made


def test_lena_and_her_coach_typed_their_names_and_every_format_says_so() -> None:
    played = made("nowak-lena")
    text = " ".join(played.files[Format.TEXT, Language.ENGLISH].decode().split())
    assert "Signed with a typed name by Lena Nowak on Thursday 26 November 2026." in text
    assert "Signed with a typed name by the work coach, Sam Okafor, on Thursday 26 November 2026." in text
    assert "Llofnodwyd ag enw wedi'i deipio gan Lena Nowak." in " ".join(
        played.files[Format.TEXT, Language.WELSH].decode().split()
    )
    assert "<p>Signed with a typed name by Lena Nowak" in played.files[Format.HTML, Language.ENGLISH].decode()
