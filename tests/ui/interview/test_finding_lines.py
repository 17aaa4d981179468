from dataclasses import replace
from datetime import date

from coachdesk.requirements.assess import assess
from coachdesk.requirements.facts import Decided, FactProblem
from coachdesk.requirements.rule import Authority, Rules, Status
from coachdesk.services.views import Ask
from tests.ui.interview.findings import ABUSE, CHILD, LONG_NOTE, content, decision, everything, found, lines
from ui.interview.finding.card import rule_text
from ui.interview.finding.line import Way
from ui.interview.finding.more import more_lines


def decided_hours(hours: int, **more: object) -> dict[str, object]:
    return {
        "responsible_carer": True,
        "decisions": {"expected_hours": {"hours": hours, "reason": "Nursery", "on": "2026-12-01"} | more},
    }


def test_hours_say_what_kind_of_number_they_are() -> None:
    start = lines(found())["hours"]
    assert start.text == "35, where the law starts. Nothing recorded makes it fewer."
    assert not start.marked
    open_ = lines(found({"responsible_carer": True}, children=[CHILD]))["hours"]
    assert open_.text == "To be decided by you: at most 30 by policy, not law."
    assert [(act.way, act.target) for act in open_.acts] == [(Way.QUESTION, "hours_decided")]
    settled = lines(found(decided_hours(20, review_on="2027-03-01"), children=[CHILD]))["hours"]
    assert settled.text == "20, decided by you on 1 December 2026."
    assert settled.note == "Look again on 1 March 2027."
    assert not settled.acts


def test_where_the_law_gives_no_number_none_is_named() -> None:
    ill = lines(found({"capability": "awaiting_assessment"}))["hours"]
    assert ill.text == "To be decided by you. The law gives no number."


def test_a_missing_reason_is_said_and_nothing_else_happens() -> None:
    claimant = {"decisions": {"expected_hours": {"hours": 35, "on": "2026-12-01"}}}
    assert "no reason is recorded" in lines(found(claimant))["warning-hours_without_reason"].text


def test_a_decision_that_is_due_has_one_way_on() -> None:
    due = lines(found({"fit_notes": [LONG_NOTE]}))["easement-fit_note_longer"]
    assert (due.lead, due.text, due.marked) == ("A decision is due", "A longer illness", True)
    assert [(act.way, act.words, act.target) for act in due.acts] == [(Way.DECIDE, "Decide", "fit_note_longer")]


def test_what_waits_and_what_is_not_asked_for_is_said_in_a_few_words() -> None:
    waiting = lines(found({"fit_notes": [LONG_NOTE]}))
    assert waiting["waits"].text == "Looking for work, being available"
    assert "not-asked" not in waiting
    paused = lines(found({"bereavements": [{"on": "2026-09-01", "who": "partner"}]}))
    assert paused["not-asked"].text == "Looking for work, starting a job, going to an employer's interview"
    assert paused["easement-bereavement"].text == "Until 1 March 2027."


def test_what_was_decided_here_can_be_taken_back_and_what_was_decided_before_decided_again() -> None:
    applied = {"id": "fit_note_longer", "decided": "applied", "on": "2026-12-01", "until": "2026-12-31"}
    each = found({"fit_notes": [LONG_NOTE], "decisions": {"discretions": [applied]}})
    here = lines(each, decision("fit_note_longer"))["easement-fit_note_longer"]
    assert here.lead == "Decided today"
    assert here.text == "A longer illness: what is asked is paused."
    assert here.note == "Because: We talked about it. Look again on 31 December 2026."
    assert here.acts[0].way is Way.TAKE_BACK
    before = lines(each, decision("fit_note_longer", interview_id="another"))["easement-fit_note_longer"]
    assert before.acts[0].way is Way.DECIDE


def test_what_is_asked_all_the_same_is_said_so() -> None:
    declined = {"id": "homeless", "decided": "not_applied", "on": "2026-12-01", "until": "2026-12-31"}
    homeless = {"temporary": [{"kind": "homeless", "from": "2026-11-01"}], "decisions": {"discretions": [declined]}}
    line = lines(found(homeless), decision("homeless", Decided.NOT_APPLIED))["easement-homeless"]
    assert line.text == "No settled home: asked all the same."


def test_of_what_is_sealed_there_is_a_neutral_label_without_day_or_rule() -> None:
    every = lines(found({"domestic_abuse": ABUSE}))
    sealed = every["easement-domestic_abuse"]
    assert (sealed.lead, sealed.rules, sealed.acts) == ("A statutory pause", (), ())
    said = everything(every)
    for word in ("2027", "20 December", "20 November", "abuse", "reg. 98", "vidence"):
        assert word not in said


def test_a_sealed_matter_that_is_to_be_decided_is_decided_without_its_name() -> None:
    every = lines(found({"domestic_abuse": ABUSE | {"at_same_address": True}}))
    due = every["easement-domestic_abuse"]
    assert (due.lead, due.text, due.rules) == ("A decision is due", "A statutory pause", ())
    assert "address" not in everything(every)
    applied = {"id": "domestic_abuse", "decided": "applied", "on": "2026-12-01", "until": "2026-12-31"}
    decided = found({"domestic_abuse": ABUSE | {"at_same_address": True}, "decisions": {"discretions": [applied]}})
    line = lines(decided, decision("domestic_abuse"))["easement-domestic_abuse"]
    assert (line.lead, line.note) == ("Decided", "")


def test_more_keeps_sealed_days_to_itself() -> None:
    every = {line.id: line for line in more_lines(found({"domestic_abuse": ABUSE}))}
    assert every["day-sealed"].text.endswith("when you next speak.")
    assert "2027" not in every["day-sealed"].text


def test_earnings_stand_under_more_only() -> None:
    each = found(decided_hours(20), children=[CHILD])
    assert "£" not in everything(lines(each))
    every = {line.id: line for line in more_lines(each)}
    assert every["earnings-search"].text.startswith("From £991 a month, or £1,597 for a couple together")
    assert every["earnings-all"].text.startswith("From £1,101 a month")


def test_the_benefit_team_comes_first_and_its_promise_is_made_once() -> None:
    each = found({"may_be_treated_as_limited": True})
    line = next(iter(lines(each).values()))
    assert line.text == "Ask the benefit team today. Set no requirements."
    assert [act.way for act in line.acts] == [Way.REFER]


def test_facts_that_do_not_fit_together_are_said_and_the_rest_stands() -> None:
    two = FactProblem("claimant.responsible_carer", "facts.two-carers", "Both are the lead carer.", "partner")
    every = lines(replace(found(), problems=(two,)))
    assert every["problem-0"].lead == "These two do not fit together"
    assert every["group"].text


def test_only_what_a_question_can_settle_is_asked_and_never_what_everybody_is_told() -> None:
    each = found({"responsible_carer": None}, partner={"date_of_birth": "1994-01-01"}, children=[CHILD])
    asked = (Ask("claimant.responsible_carer", "main_carer"), Ask("claimant.earnings.employed_monthly", ""))
    every = lines(replace(each, ask=asked))
    assert [line for line in every if line.startswith("ask-")] == ["ask-main_carer"]
    assert every["ask-main_carer"].lead == "One question would settle this"
    assert "buse" not in everything(every)


def test_notice_and_travel_say_how_much_and_by_whom() -> None:
    every = lines(found({"responsible_carer": True}, children=[CHILD]))
    assert every["notice"].text == "A job: within 1 month. An employer's interview: within 48 hours."
    assert every["travel"].text == "At most 90 minutes each way, by law."
    limit = {"decisions": {"limits": [{"kind": "travel", "value": 45}]}}
    agreed = lines(found(limit))["travel"]
    assert (agreed.text, agreed.note) == ("45 minutes each way, as agreed.", "At most 90 minutes each way, by law.")


def test_of_a_day_before_the_rules_there_is_only_that_none_are_held() -> None:
    every = lines(found(on="2016-01-01"))
    assert list(every) == ["warning-not_held"]


def test_where_no_rules_are_held_at_all_it_says_so() -> None:
    none = Rules("uc-gb.toml", date(2026, 11, 1), ())
    each = found()
    each = replace(each, rules=none, finding=assess(each.facts, none))
    assert [line.text for line in lines(each).values()] == ["No rules are kept here for today."]


def test_a_rule_card_says_who_says_so_and_how_well_it_is_known() -> None:
    rules = content().rules
    policy = rules.on("policy_maximum.below_school_age", date(2026, 12, 1))
    assert policy is not None
    card = rule_text(policy)
    assert card.source == "Policy, not law: DWP policy since 25 October 2023"
    assert "It is a most." in card.notes[0]
    assert "Holds since 25 October 2023." in card.notes
    law = rules.on("expected_hours", date(2026, 12, 1))
    assert law is not None
    assert rule_text(law).source == "Law (regulation): reg. 88(1)"
    assert "Checked on 1 November 2026." in rule_text(law).notes
    assert rule_text(replace(law, authority=Authority.ADM)).source.startswith("Guidance (ADM)")
    doubtful = rule_text(replace(law, status=Status.UNCONFIRMED))
    assert doubtful.source.startswith("Not confirmed")
    assert doubtful.notes[-1].startswith("Not confirmed.")


def test_no_line_says_must_of_the_person() -> None:
    for each in (found(), found({"fit_notes": [LONG_NOTE]}), found({"may_be_treated_as_limited": True})):
        words = everything(lines(each)).lower()
        for word in ("must", "eligible", "light touch", "sanction", "switched off"):
            assert word not in words
