"""The plan of a played meeting: what became of the actions before, goals, and new actions."""

from dataclasses import replace

from coachdesk.cases import Case
from coachdesk.interviews import Interview, Kind
from coachdesk.plans import ActionState, Party
from coachdesk.services import Plans


def type_what_happened(plans: Plans, case: Case, interview: Interview, kind: Kind) -> None:
    """Record what became of our own promises, or of everybody else's actions."""
    for action in plans.plan(interview.person_id).open:
        if (action.owner is Party.COACH) is not (kind is Kind.PROMISES):
            continue
        for said in case.happened:
            if said.action == action.text:
                plans.record_outcome(
                    action.id, said.happened, interview_id=interview.id, learned=said.learned, new_by=said.new_by
                )


def type_plan(plans: Plans, case: Case, interview: Interview) -> None:
    """Put goals and actions into the plan, in the order of the case."""
    fed = [goal for goal in plans.plan(interview.person_id).goals if goal.interview_id == interview.id]
    for number, goal in enumerate(case.goals):
        if number < len(fed):  # it was said in an answer: what an answer cannot say is added
            plans.save_goal(replace(fed[number], words_of=goal.words_of, language=goal.language, privacy=goal.privacy))
        else:
            draft = plans.draft_goal(interview.person_id, interview.id)
            plans.save_goal(replace(goal, id=draft.id, person_id=draft.person_id, interview_id=interview.id))
    for action in case.actions:
        new = plans.draft_action(interview.person_id, action.owner, interview.id)
        plans.save_action(
            replace(
                action,
                id=new.id,
                person_id=new.person_id,
                interview_id=interview.id,
                position=new.position,
                state=ActionState.DRAFT,
            )
        )
