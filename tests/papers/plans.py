"""Plans that try a layout: none and forty actions, long words, long reasons, and names of many alphabets."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from unicodedata import normalize

from coachdesk.commitments import Bounds, OutcomeKind, Source
from coachdesk.i18n import Language
from coachdesk.people import Person
from coachdesk.plans import Action, Goal, IfThen, Implements, ObstacleOwner, Party, Plan, Rhythm, Standing
from tests.core.commitments.amira import source

_DAY = date(2026, 12, 1)
_NAMES = (
    *("Siân Prŷs", "Zoë Łukasik-Șerban", "Ngọc Ị", "Дмитро Їжак", "O'Neill D’Arcy", "Ŵyn ap Gruffudd", "Li"),
    normalize("NFD", "Ŵyn Ị́kẹ́ Ñuñez-Ŷorath"),
)
_LONGEST_REASON = 4000
_WORDS = (
    *("school", "kitchen", "bus", "CV", "garej", "clerc", "the", "to", "and", "ring", "Llanfairpwllgwyngyll"),
    *("Rhosllannerchrugog-on-the-Hill", "café", "Żółć", "10.30am", "£12.71", "<b>", "&amp;", "half-term"),
)


def sources(count: int) -> tuple[Source, ...]:
    """That many sources, always the same; the first has no actions, the second forty, the third the longest reasons."""
    return tuple(source_of(Random(number), number) for number in range(count))


def source_of(random: Random, number: int) -> Source:
    """A plan made by chance; what is odd about it hangs on the number."""
    many = {0: 0, 1: 40}.get(number, random.randint(1, 12))
    given, _space, family = _NAMES[number % len(_NAMES)].partition(" ")
    person = Person(id="p", given_name=given, family_name=family, safe_address=number % 5 == 4)
    goals = tuple(
        Goal(id=f"g{each}", person_id="p", text=_words(random, 30), language=_language(random))
        for each in range(random.randint(0, 3))
    )
    plan = Plan(goals=goals, actions=tuple(_action(random, each, longest=number == 2) for each in range(many)))
    return replace(
        source(plan=plan, person=person),
        outcome=random.choice([None, *OutcomeKind]),
        second_opinion=random.random() < 0.5,
        think_until=random.choice([None, _DAY + timedelta(days=7)]),
        bounds=random.choice([Bounds(), Bounds(hours=Decimal(35), start_up_to="P0D", interview_up_to="P0D")]),
    )


def _action(random: Random, number: int, *, longest: bool) -> Action:
    owner = random.choice([Party.CLAIMANT, Party.CLAIMANT, *Party])
    required = owner is Party.CLAIMANT and random.random() < 0.6
    return Action(
        id=f"a{number}",
        person_id="p",
        text="W" * 120 if random.random() < 0.05 else _words(random, 25),
        owner=owner,
        owner_name=_NAMES[number % len(_NAMES)],
        language=_language(random),
        standing=Standing.REQUIRED if required else Standing.VOLUNTARY,
        implements=random.choice(list(Implements)) if required else None,
        by=random.choice([None, _DAY + timedelta(days=random.randint(1, 60))]),
        every=random.choice([None, *Rhythm]),
        hours=random.choice([None, Decimal("0.5"), Decimal(12)]),
        if_then=(IfThen(_words(random, 10), _words(random, 20)),) if random.random() < 0.5 else (),
        obstacle=_words(random, 20) if random.random() < 0.3 else "",
        obstacle_owner=random.choice([None, *ObstacleOwner]),
        reason=("Because the bus leaves at two. " * 200)[:_LONGEST_REASON] if longest else _words(random, 20),
        in_account_since=random.choice([None, _DAY]),
        position=number,
    )


def _words(random: Random, most: int) -> str:
    return " ".join(random.choices(_WORDS, k=random.randint(1, most)))


def _language(random: Random) -> Language:
    return random.choice(list(Language))
