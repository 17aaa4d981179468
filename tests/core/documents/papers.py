"""Documents to try, made inline: what a person might be handed, and what would break a weaker layout."""

from dataclasses import replace
from datetime import UTC, date, datetime

from coachdesk.commitments.document import (
    CommitmentDocument,
    Labelled,
    PlannedAction,
    Quote,
    Section,
    SectionKind,
    Signed,
)
from coachdesk.i18n import Language
from coachdesk.privacy import ours

MADE_AT = datetime(2026, 12, 1, 10, 30, tzinfo=UTC)
LONG_WORD = "Llanfair" * 25
LONG_REASON = "Because you told us that the bus leaves at two and the school rings when it snows. " * 49


def said(words: str, language: Language = Language.ENGLISH) -> Quote:
    return Quote(ours(words), language)


def pair(label: str, words: str) -> Labelled:
    return Labelled(ours(label), ours(words))


def action(words: str, *details: tuple[str, str], reason: str = "", if_cannot: str = "") -> PlannedAction:
    return PlannedAction(
        said(words),
        tuple(pair(*detail) for detail in details),
        ours(reason) if reason else None,
        ours(if_cannot) if if_cannot else None,
    )


ASKED = (
    replace(
        action(
            "Send my new CV to two school kitchens in Wrexham",
            ("By", "Friday 4 December 2026"),
            ("In your account", "Not yet"),
            reason="Because you told us that you ran the servery at Borras Park.",
            if_cannot="If you cannot do this, tell us before Friday, in your journal or on 0800 328 5644.",
        ),
        if_thens=(said("If the printer does not work, then I go to the library on Thursday."),),
    ),
)
CHOSEN = (
    PlannedAction(
        said("Gofyn i Nia am y cwrs hylendid bwyd", Language.WELSH),
        (pair("By", "Monday 7 December 2026"),),
        if_thens=(said("Os bydd Nia yn brysur, yna mi anfonaf neges ati.", Language.WELSH),),
    ),
)
PROMISED = (action("Ring Ysgol Bodhyfryd about the kitchen job", ("By", "Thursday 3 December 2026")),)


WHAT_CAN_BE_CHANGED = Section(
    ours("What can be changed"),
    (ours("Each of these can be changed, today or later."),),
    points=(pair("Hours", "How many hours a week you look for work."), pair("Travel", "How far you go.")),
    closing=(ours("Caring, illness and other things in your life can change what is asked."),),
)


def about(*facts: Labelled) -> Section:
    return Section(ours("About this paper"), points=facts, kind=SectionKind.ABOUT)


def _planned(asked: tuple[PlannedAction, ...], chosen: tuple[PlannedAction, ...]) -> tuple[Section, ...]:
    return (
        Section(
            ours("What I am asked to do"),
            (ours("Under each it says why, and what to do if you cannot do it."),),
            actions=asked,
            kind=SectionKind.ASKED,
        ),
        Section(
            ours("What I choose to do"),
            (ours("This is my choice. Not doing it cannot reduce my payment."),),
            actions=chosen,
            kind=SectionKind.CHOSEN,
        ),
        Section(ours("What my work coach will do"), actions=PROMISED, kind=SectionKind.OURS),
        Section(ours("When we meet next"), points=(pair("When", "Tuesday 15 December 2026, 10:30am"),)),
    )


def paper(
    *,
    name: str = "Siân Prŷs",
    asked: tuple[PlannedAction, ...] = ASKED,
    chosen: tuple[PlannedAction, ...] = CHOSEN,
    goals: tuple[Quote, ...] = (said("I want to be back in a kitchen where people know my name."),),
) -> CommitmentDocument:
    """A commitment with one of everything; the parts that a test is about can be exchanged."""
    return CommitmentDocument(
        language=Language.ENGLISH,
        title=ours("My commitments"),
        number="K7M2-14",
        edition=1,
        issued_on=date(2026, 12, 1),
        copy_sentences=(ours("This is a copy to keep. Your commitment is the one in your account."),),
        sections=(
            WHAT_CAN_BE_CHANGED,
            about(pair("For", name), pair("Work coach", "Megan Hughes"), pair("Number", "K7M2-14, edition 1")),
            Section(ours("My goals, in my words"), quotes=goals),
            *_planned(asked, chosen),
        ),
        footer=ours("My commitments K7M2-14, edition 1"),
        page_label=ours("Page {page} of {pages}"),
    )


def many(count: int, *, sentences: int = 1) -> tuple[PlannedAction, ...]:
    """Actions of different lengths: every third has a longer reason."""
    return tuple(
        action(
            f"Action {number}: look for kitchen work near the school",
            ("By", "Friday 4 December 2026"),
            ("Takes", "About two hours"),
            reason="Because you told us that the bus leaves at two. " * (sentences * (3 if number % 3 == 0 else 1)),
            if_cannot="If you cannot do this, tell us first.",
        )
        for number in range(1, count + 1)
    )


def welsh() -> CommitmentDocument:
    """The same in Welsh, with labels that are too long for a column."""
    english = paper()
    facts = (pair("Siaradwyd am hyn gyda'n gilydd ar y diwrnod hwn", "Dydd Mawrth 1 Rhagfyr 2026"), pair("I", "Siân"))
    return replace(
        english,
        language=Language.WELSH,
        title=ours("Fy ymrwymiadau"),
        sections=(english.sections[0], about(*facts), *english.sections[2:]),
        footer=ours("Fy ymrwymiadau K7M2-14, argraffiad 1"),
        page_label=ours("Tudalen {page} o {pages}"),
    )


def signed_paper() -> CommitmentDocument:
    """One of the two drew their name, the other typed it."""
    document = paper()
    both = (
        Signed(ours("Signed on screen by Siân Prŷs."), ours("Siân Prŷs"), ((0, 90, 300, 10, 900, 350), (950, 20))),
        Signed(ours("Signed with a typed name by Megan Hughes.")),
    )
    section = Section(ours("Signatures"), (ours("Nobody has to sign."),), signatures=both, kind=SectionKind.SIGNED)
    return replace(document, sections=(*document.sections, section))


def every_paper() -> dict[str, CommitmentDocument]:
    """By name, all documents that the checkers read."""
    odd = ("Zoë Łukasik-Șerban", "Ngọc Ị́, Œuvre", "Дмитро Їжак", 'O\'Neill "Mac" <b>&amp;</b>', "Ŵyn ŷ Ŷ ŵ ṃ ѣ ᾳ ẖ")
    return {
        "standard": paper(),
        "welsh": welsh(),
        "nothing asked or chosen": paper(asked=(), chosen=(), goals=()),
        "forty actions": paper(asked=many(40)),
        "reasons of 4,000 characters": paper(asked=(action("Do this", reason=LONG_REASON),) * 3),
        "long words": paper(name=LONG_WORD, asked=(action(LONG_WORD, (LONG_WORD, LONG_WORD), reason=LONG_WORD),)),
        "a goal longer than a page": paper(goals=(said("A goal with many words in it. " * 400),)),
        "signed": signed_paper(),
        "lines of their own": paper(goals=(said("First line\nsecond line\r\n\r\nlast\tline\u200b\x07"),)),
        **{f"name {number}": paper(name=name) for number, name in enumerate(odd, 1)},
    }
