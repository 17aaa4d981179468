"""Who could sign what stands on the screen, and who has."""

from dataclasses import dataclass

from coachdesk.commitments import Signature, Signer, may_draw, signers
from coachdesk.i18n import _, long_date
from coachdesk.services import Prepared


@dataclass(frozen=True, slots=True)
class SignPlace:
    """The place of one of the two.

    Attributes:
        name: as the coach knows them.
        may_draw: a drawn name may stand on this paper; a typed one always may.
        signature: what they signed; None where they did not, which is the usual case.
        counts: the document still says what they signed.
    """

    signer: Signer
    name: str
    may_draw: bool = True
    signature: Signature | None = None
    counts: bool = False

    @property
    def signed(self) -> bool:
        """Their signature stands on the paper."""
        return self.signature is not None and self.counts


def sign_places(prepared: Prepared, given: tuple[Signature, ...]) -> tuple[SignPlace, ...]:
    """A place for each who could sign; none where nobody is offered to."""
    source = prepared.source
    by_signer = {each.signer: each for each in given}
    counting = {each.id for each in source.signatures}
    return tuple(
        SignPlace(
            signer,
            source.person.name if signer is Signer.PERSON else source.coach_name,
            may_draw(source, signer),
            signature=by_signer.get(signer),
            counts=signer in by_signer and by_signer[signer].id in counting,
        )
        for signer in signers(source)
    )


def standing(place: SignPlace) -> str:
    """What the coach reads about a place; nothing where nobody signed, because nobody has to."""
    if place.signature is None:
        return ""
    if place.counts:
        words = _("{name} signed on {day}. It stands on the paper.")
        return words.format(name=place.name, day=long_date(place.signature.on))
    return _(
        "The paper says something else since {name} signed, so the signature is not on it any more. {name} can sign "
        "again, or leave it."
    ).format(name=place.name)
