"""What holds of a commitment whatever is recorded, in whatever order."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from coachdesk.commitments import ACCEPTED, Entry, EntryKind, Issued, Life, OutcomeKind, State, life_of
from coachdesk.commitments.life_cycle import ANSWERS
from tests.core.commitments.living import GOES_ON, OFFERED, issued, noted, refused, said, withdrawn


class LifeCycle(RuleBasedStateMachine):
    """Whatever is tried in whatever order: a coach records, issues again, withdraws, days go by."""

    def __init__(self) -> None:
        super().__init__()
        self.today = OFFERED
        self.editions: list[Issued] = [issued(1)]

    def life(self) -> Life:
        return life_of(len(self.editions), tuple(self.editions))

    def record(self, entry: Entry) -> bool:
        before = self.life()
        if refused(entry, before, self.today):
            assert self.life() == before
            return False
        newest = self.editions[-1]
        self.editions[-1] = replace(newest, entries=(*newest.entries, entry))
        return True

    @rule(days=st.integers(0, 10))
    def days_go_by(self, days: int) -> None:
        self.today += timedelta(days)

    @rule(outcome=st.sampled_from(OutcomeKind), reason=st.sampled_from(["", "A slip"]))
    def they_answer(self, outcome: OutcomeKind, reason: str) -> None:
        before = self.life()
        done = self.record(said(outcome, on=self.today, reason=reason))
        assert done is (not before.stopped and (bool(reason) or State(outcome) in GOES_ON[before.state]))
        if done:
            assert self.life().state is State(outcome)

    @rule(days=st.integers(-3, 30))
    def they_ask_for_time(self, days: int) -> None:
        until = self.today + timedelta(days)
        if self.record(noted(EntryKind.MORE_TIME, on=self.today, until=until)):
            assert self.life().think_until == until

    @rule(taken_back=st.booleans())
    def they_ask_for_a_second_opinion(self, *, taken_back: bool) -> None:
        before = self.life()
        entry = noted(EntryKind.SECOND_OPINION, on=self.today, taken_back=taken_back)
        if self.record(replace(entry, reason="A slip")):
            assert (self.life().second_opinion_on is None) is taken_back
            assert (self.life().state, self.life().outcome) == (before.state, before.outcome)

    @rule()
    def it_ends(self) -> None:
        if self.record(noted(EntryKind.ENDED, on=self.today)):
            assert self.life().state is State.ENDED

    @rule()
    def it_stops(self) -> None:
        self.editions[-1] = replace(self.editions[-1], stopped_on=self.today)

    @precondition(lambda self: self.editions[-1].withdrawal is None)
    @rule()
    def it_leaks(self) -> None:
        before = self.life()
        self.editions[-1] = withdrawn(self.editions[-1])
        assert (self.life().state, self.life().entries) == (before.state, before.entries)

    @precondition(lambda self: len(self.editions) < 5)
    @rule(only_the_plan=st.booleans())
    def it_is_issued_again(self, *, only_the_plan: bool) -> None:
        before = self.life()
        accepted = 0 if before.ended_on else before.accepted_edition
        self.editions.append(issued(len(self.editions) + 1, rests_on=accepted if only_the_plan else 0))

    @invariant()
    def all_earlier_editions_are_superseded_and_at_most_one_counts(self) -> None:
        lives = [life_of(number, tuple(self.editions)) for number in range(1, len(self.editions) + 1)]
        assert all(each.state is State.SUPERSEDED for each in lives[:-1])
        assert lives[-1].state is not State.SUPERSEDED
        assert sum(each.is_current for each in lives) <= 1

    @invariant()
    def it_is_accepted_only_where_somebody_said_yes(self) -> None:
        life = self.life()
        if life.accepted_edition:
            reply = life_of(life.accepted_edition, tuple(self.editions)).reply
            assert reply is not None
            assert reply.outcome is not None
            assert State(reply.outcome) in ACCEPTED
        if life.state in ANSWERS:
            assert life.outcome is not None


TestLifeCycle = LifeCycle.TestCase
TestLifeCycle.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
