"""A rule file with mistakes: every one is named with file, place and code, and none of it is used."""

import re

import pytest

from coachdesk.paths import resources
from coachdesk.requirements.loader import RULE_FILE, load_rules
from coachdesk.requirements.rule import Rules

SHIPPED = (resources() / "rules" / RULE_FILE).read_text("utf-8")


def mistakes(text: str) -> list[tuple[str, str]]:
    loaded = load_rules(text, name="site.toml")
    assert not isinstance(loaded, Rules)
    assert {problem.file for problem in loaded} == {"site.toml"}
    return [(problem.code, problem.place) for problem in loaded]


def changed(rule_id: str, old: str, new: str) -> str:
    """The rules that ship with one thing different in one of them."""
    parts = SHIPPED.split("[[rules]]\n")
    (number,) = (number for number, part in enumerate(parts) if part.startswith(f'id = "{rule_id}"\n'))
    assert parts[number].count(old) == 1
    parts[number] = parts[number].replace(old, new)
    return "[[rules]]\n".join(parts)


def without(rule_id: str) -> str:
    return "[[rules]]\n".join(part for part in SHIPPED.split("[[rules]]\n") if not part.startswith(f'id = "{rule_id}"'))


def test_the_rules_that_ship_have_no_mistake() -> None:
    loaded = load_rules(SHIPPED, name=RULE_FILE)
    assert isinstance(loaded, Rules)
    assert (loaded.file, loaded.version.isoformat()) == ("uc-gb.toml", "2026-11-22")
    assert loaded.of("aet-2024-05") is loaded.latest("aet", loaded.version)


def test_broken_toml_is_one_problem_with_its_line() -> None:
    assert mistakes("version = 2026-11-01\nrules = = 1") == [("rules.not-toml", "line 2")]


def test_an_empty_file_lacks_its_version_and_every_topic() -> None:
    found = mistakes("")
    assert found[0] == ("rules.missing-key", "version")
    assert ("rules.missing-topic", "topic wage") in found
    assert ("rules.missing-topic", "topic easement.domestic_abuse") in found


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("valid_from =", "valid_form =", "unknown-key", "rule aet-2024-05"),
        ('citation = "reg. 99(6)"\n', "", "missing-key", "rule aet-2024-05 / citation"),
        ('citation = "reg. 99(6)"', 'citation = " "', "empty-text", "rule aet-2024-05 / citation"),
        ("valid_from = 2024-05-13", 'valid_from = "2024-05-13"', "wrong-type", "rule aet-2024-05 / valid_from"),
        ("valid_from = 2024-05-13", "valid_from = 2024-05-13T08:00:00", "wrong-type", "rule aet-2024-05 / valid_from"),
        ('"regulation"', '"law"', "unknown-authority", "rule aet-2024-05 / authority"),
        ('"read"', '"seen"', "unknown-status", "rule aet-2024-05 / status"),
        ('"must"', '"maybe"', "unknown-discretion", "rule aet-2024-05 / discretion"),
        ('"gb"', '"ni"', "unknown-jurisdiction", "rule aet-2024-05 / jurisdiction"),
        ('"aet-2024-05"', '"AET 2024"', "bad-id", "rule AET 2024 / id"),
        ('"aet-2024-05"', '"aet-2023-01"', "id-twice", "rule aet-2023-01 / id"),
        ('topic = "aet"', 'topic = ""', "empty-text", "rule aet-2024-05 / topic"),
        ('topic = "aet"', 'topic = "eat"', "unknown-topic", "rule aet-2024-05 / topic"),
        ('"read"', '"unconfirmed"', "unconfirmed-law", "rule aet-2024-05 / status"),
        ("18 hours a week", "what they must earn", "wording", "rule aet-2024-05 / text"),
        ("18 hours a week", "eligible people", "wording", "rule aet-2024-05 / text"),
        ("asked for.", "asked for", "full-stop", "rule aet-2024-05 / text"),
        ("18 hours", "{hours} hours", "braces", "rule aet-2024-05 / text"),
        ("18 hours", "{18 hours", "braces", "rule aet-2024-05 / text"),
        ("single_hours =", "singel_hours =", "unknown-value", "rule aet-2024-05 / values / singel_hours"),
        ("couple_hours = 29\n", "", "missing-value", "rule aet-2024-05 / values / couple_hours"),
        ("couple_hours = 29", 'couple_hours = "29"', "wrong-value", "rule aet-2024-05 / values / couple_hours"),
        ("either_leg = true", "either_leg = 1", "wrong-value", "rule aet-2024-05 / values / either_leg"),
        ("valid_from = 2024-05-13", "valid_from = 2024-05-12", "overlap", "rule aet-2024-05 / valid_from"),
        ("valid_from = 2024-05-13", "valid_from = 2024-05-14", "gap", "rule aet-2024-05 / valid_from"),
    ],
)
def test_each_mistake_of_a_rule_is_named_with_its_place(old: str, new: str, code: str, place: str) -> None:
    assert (f"rules.{code}", place) in mistakes(changed("aet-2024-05", old, new))


@pytest.mark.parametrize(
    ("rule", "old", "new", "code", "place"),
    [
        ("wage-2026", "2027-03-31", "2026-03-31", "ends-before-it-begins", "rule wage-2026 / valid_until"),
        ("wage-2026", '"10.85"', '"ten"', "wrong-value", "rule wage-2026 / values / bands"),
        ("wage-2026", "from_age = 0", "from_age = 16", "wrong-value", "rule wage-2026 / values / bands"),
        ("wage-2026", "from_age = 18", "from_age = 22", "wrong-value", "rule wage-2026 / values / bands"),
        ("wage-2026", 'apprentice = "8.00"', "apprentice = 8.0", "wrong-value", "rule wage-2026 / values / apprentice"),
        ("travel", "is_maximum = true", 'is_maximum = "yes"', "wrong-type", "rule travel / is_maximum"),
        ("travel", "minutes = 90", "minutes = -90", "wrong-value", "rule travel / values / minutes"),
        ("travel-guidance", "minutes = 60", "minutes = 20", "wrong-value", "rule travel-guidance / values / steps"),
        ("travel-guidance", "steps = [", "steps = [30,", "wrong-value", "rule travel-guidance / values / steps"),
        ("travel-guidance", '"operational"', '"act"', "policy-as-law", "rule travel-guidance / authority"),
        ("availability-carer", '"P1M"', '"one month"', "wrong-value", "rule availability-carer / values / start"),
        ("deductions", '"0.5"', '"50"', "wrong-value", "rule deductions / values / voluntary_share"),
        ("deductions", '"0.5"', '"NaN"', "wrong-value", "rule deductions / values / voluntary_share"),
        ("school-age", '["08-15"]', '["15 August"]', "wrong-value", "rule school-age / values / scotland"),
        ("school-age", '["08-15"]', '["02-31"]', "wrong-value", "rule school-age / values / scotland"),
        ("school-age", '["08-15"]', "[]", "wrong-value", "rule school-age / values / scotland"),
        ("state-pension-age", "1978-04-06", "1977-04-06", "wrong-value", "rule state-pension-age / values / table"),
        ("easement-court", 'switch = "A"', 'switch = "G"', "wrong-value", "rule easement-court / values / switch"),
        ("easement-court", 'switch = "A"', "switch = []", "wrong-value", "rule easement-court / values / switch"),
        (
            "easement-court",
            '\nlabel = "an appointment conflict"',
            '\nlabel = "sanctioned"',
            "wording",
            "rule easement-court / label",
        ),
        (
            "easement-court",
            '\nlabel = "an appointment conflict"',
            '\nlabel = ""',
            "wrong-value",
            "rule easement-court / values / label",
        ),
        ("warning-not-held", "{day}", "{date}", "braces", "rule warning-not-held / text"),
        ("warning-not-held", "{day}", "that day", "braces", "rule warning-not-held / text"),
        ("review-child-1", "turns 1", "turns 1.", "full-stop", "rule review-child-1 / text"),
        ("expected-hours", "[rules.values]\ndefault = 35", "values = 35", "wrong-type", "rule expected-hours / values"),
    ],
)
def test_values_words_and_standing_are_looked_at_too(rule: str, old: str, new: str, code: str, place: str) -> None:
    assert (f"rules.{code}", place) in mistakes(changed(rule, old, new))


def test_a_misspelt_name_is_asked_about() -> None:
    for text, meant in (
        (changed("aet-2024-05", "valid_from =", "valid_form ="), "valid_from"),
        (changed("aet-2024-05", 'topic = "aet"', 'topic = "aett"'), "aet"),
        (changed("travel", "minutes =", "minuets ="), "minutes"),
    ):
        loaded = load_rules(text, name="site.toml")
        assert not isinstance(loaded, Rules)
        assert any(f'Did you mean "{meant}"?' in problem.text for problem in loaded)


def test_a_topic_without_a_rule_is_named_once() -> None:
    assert mistakes(without("travel-guidance")) == [("rules.missing-topic", "topic travel_guidance")]


def test_a_span_that_is_missing_in_the_middle_is_a_gap() -> None:
    assert mistakes(without("aet-2023-01")) == [("rules.gap", "rule aet-2024-05 / valid_from")]


def test_one_mistake_is_not_followed_by_others_that_come_of_it() -> None:
    assert mistakes(changed("aet-2023-01", "valid_until = 2024-05-12", 'valid_until = "soon"')) == [
        ("rules.wrong-type", "rule aet-2023-01 / valid_until")
    ]


def test_every_mistake_is_listed_in_one_round() -> None:
    text = SHIPPED.replace("99(6)", " ").replace('status = "own"', 'status = "known"')
    codes = {code for code, _place in mistakes(re.sub(r'citation = "reg\.\s+"', 'citation = ""', text))}
    assert {"rules.empty-text", "rules.unknown-status"} <= codes
