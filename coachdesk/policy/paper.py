"""Settings about what stands on papers, and about the account that texts are copied into."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coachdesk.policy.kinds import number, readable, switch, text


def confirmed_rules(text: str) -> Mapping[str, date]:
    """The day on which the organisation confirmed a rule, by the rule's id; ValueError where the text is something else."""
    pairs = [part.split() for part in text.split(";") if part.strip()]
    return {rule: date.fromisoformat(day) for rule, day in pairs}


@dataclass(frozen=True)
class Paper:
    """What stands on papers."""

    commitment_adopted: bool = switch(
        "The organisation has adopted the document My commitments. Until then it says that it is a copy to keep and that "
        "the account is the one that counts.",
        default=False,
    )
    telephone: str = text(
        "The number on which people can reach the jobcentre about their plan; stands on documents. Where a safe address "
        "is set neither this number nor the next two are on paper, because they tell where somebody lives.",
        own=True,
    )
    complaints: str = text("Where people can complain: a number or an address; stands on documents.", own=True)
    advice: str = text(
        "Who helps people free of charge and is not part of the organisation, with a number; stands on documents.",
        own=True,
    )
    answer_days: int = number(
        "Working days within which what people write in their account is answered, as promised on documents. 0: nothing "
        "is promised.",
        0,
        0,
        60,
    )
    journal_message_length: int = number(
        "The most characters that the account takes in one message.", 4000, 200, 100000
    )
    journal_title_length: int = number("The most characters of the title of a to-do in the account.", 100, 20, 1000)
    journal_text_length: int = number("The most characters of the text of a to-do in the account.", 2000, 100, 100000)
    think_days: int = number(
        "Calendar days of time to think that are proposed after an offer. Guidance, no deadline of the law: more is "
        "agreed whenever somebody asks.",
        7,
        1,
        60,
    )
    rules_confirmed: str = readable(
        "Rules that the organisation has compared with their source, each by its id and the day, as in: "
        "consequence-amount-2026 2026-11-30; consequence-lowest 2026-11-30. Lengths and amounts of what may follow stand "
        "on paper only where their rule was read, or is confirmed here. A rule that is checked again later is confirmed "
        "again.",
        "",
        confirmed_rules,
    )
