"""Examples of someone like this: worked examples by circumstance, those nearest to what is known first."""

from collections.abc import Collection, Iterable

from coachdesk.cases.answering import circumstances_of
from coachdesk.cases.circumstance import SEALED, Circumstance
from coachdesk.cases.worked import Worked
from coachdesk.requirements.facts import Facts


def examples_like(
    facts: Facts, examples: Iterable[Worked], *, about: Collection[Circumstance] = ()
) -> tuple[Worked, ...]:
    """The examples that share a circumstance with this person, the most alike first.

    Sealed matters stay out unless the person's own facts or the filter name one: an example that nobody looked for
    would tell whoever sees the screen.

    Args:
        facts: of the person.
        examples: all there are.
        about: the coach's filter: only examples about all of these, whether or not the person shares them.
    """
    known = circumstances_of(facts)
    named = known | set(about)
    found: list[tuple[int, int, str, Worked]] = []
    for each in examples:
        words = set(each.example.circumstances)
        hidden = not (words & SEALED <= named)
        if not hidden and words.issuperset(about) and (words & named):
            found.append((-len(words & known), len(words - named), each.example.title, each))
    return tuple(row[-1] for row in sorted(found, key=lambda row: row[:-1]))
