"""Which step opens the panel: the one in which the coach decides the hours (interviews.md 6, step 7). Pure."""

from coachdesk.interviews import Definition
from ui.interview.state import InterviewState

DECIDES = "claimant.decisions.expected_hours.hours"
"""The fact that the question about the decided hours feeds."""


def opens(state: InterviewState) -> bool:
    """Whether that step was opened by now: until then the panel is folded unless the coach asks for it."""
    return bool(_deciding(state.definition) & state.opened)


def _deciding(definition: Definition) -> frozenset[str]:
    return frozenset(
        step.id for step in definition.steps if any(question.fact == DECIDES for question in step.questions)
    )
