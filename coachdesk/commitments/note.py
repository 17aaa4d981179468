from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """Something to look at once more: a stable code and a sentence, and the action it is about, or empty."""

    code: str
    text: str
    action_id: str = ""
