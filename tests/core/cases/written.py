"""A written case to change here and there, and what is said about its mistakes."""

from coachdesk.cases import Case, load_case
from coachdesk.interviews import Definition

WRITTEN = """
title = "Amira: term-time work"
interview = "first-commitments"
channel = "face_to_face"
on = 2026-12-01T10:30:00
language = "en"
formats = ["pdf", "pdf-large", "pdf-easy", "text"]

[person]
given_name = "Amira"
family_name = "Khalil"
date_of_birth = 1995-03-02
needs = ["coloured_paper"]

[answers]
school_run = "Both children are in school from 9 to 3"

[[goals]]
text = "Be a teaching assistant in the town's schools by next September"
words_of = "claimant"
confidence = 5
why_not_lower = "I know the schools"

[[actions]]
text = "List the 12 primaries within 40 minutes by bus and note each vacancy page"
owner = "claimant"
standing = "required"
implements = "search"
by = 2026-12-04
hours = 1.0
if_then = [{when = "it is Monday 9.15 and both children are in", then = "I will open the list at the library and check four schools"}]
because = ["school_run"]
reason = "Because you told us that both children are in school from 9 to 3"
privacy = "paper"

[outcome]
kind = "agreed"
second_opinion = false

[next_contact]
on = 2026-12-16
at = 10:30:00
channel = "face_to_face"
reason = "After drop-off"
"""


def mistakes(text: str, *definitions: Definition) -> set[tuple[str, str]]:
    found = load_case(text, name="mine.toml", definitions=definitions)
    assert isinstance(found, tuple), "The case was expected to be refused."
    assert {problem.file for problem in found} == {"mine.toml"}
    assert all(problem.text.endswith((".", "?")) for problem in found)
    return {(problem.place, problem.code) for problem in found}


def case_of(text: str, *definitions: Definition) -> Case:
    case = load_case(text, name="mine.toml", definitions=definitions)
    assert isinstance(case, Case), case
    return case
