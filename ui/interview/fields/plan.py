"""The plan within the interview: what each of us does, and one line to write. The rest is on the plan's own screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.commitments.envelope import if_then_sentence
from coachdesk.i18n import _
from coachdesk.interviews import Question
from coachdesk.plans import Action, ActionState, Flagged, Party, Standing
from coachdesk.plans.labels import IMPLEMENTS, STANDINGS
from ui import kit
from ui.interview.fields.base import Asking, Following, words
from ui.interview.fields.compound import Compound
from ui.interview.planning import DAY, WHOS, when_options, when_words
from ui.interview.state import GOODBYE, InterviewState, PlanLine
from ui.kit.layouts import empty


class PlanField(Following):
    """Value: the `PlanLine` that is being written. `line_done` begins another; `plan_wanted` opens the whole plan."""

    line_done = Signal()
    plan_wanted = Signal()

    def __init__(self, question: Question, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(words(question, asking), hint=question.hint, why=question.why, parent=parent)
        self._shown: tuple[tuple[Action, ...], Flagged] | None = None
        self._lists = kit.column(spacing=10)
        self.box.addLayout(self._lists)
        self.card = kit.Card(_("One more line"))
        self.box.addWidget(self.card)
        self.who = kit.ChoiceGroup(_("Whose step"), [kit.Option(each, _(said)) for each, said in WHOS.items()])
        self.text = kit.TextLine(_("What, in the words of whoever does it"))
        kit.set_state(self.text.line, "voice", "person")
        whens = [kit.Option(each, said) for each, said in when_options(asking.today).items()]
        self.when = kit.ChoiceGroup(_("By when, or how often"), whens)
        self.by = kit.DateField(_("By which day"))
        requirements = [kit.Option(each, _(said)) for each, said in IMPLEMENTS.items()]
        self.implements = kit.ChoiceGroup(_("Which requirement does it carry out?"), requirements)
        self.if_then = Compound(
            _("If something goes wrong, then what?"),
            {"when": kit.TextLine(_("If"), role="small"), "then": kit.TextLine(_("then"), role="small")},
        )
        for part in (self.who, self.text, self.implements, self.when, self.by, self.if_then):
            self.card.box.addWidget(part)
            part.edited.connect(self._part_edited)
        self._needs, self._flagged = kit.label("", "hint"), kit.label("", "warn")
        for said in (self._needs, self._flagged):
            self.card.box.addWidget(said)
        self._buttons()
        self._unfold()

    def value(self) -> PlanLine:
        wrong = self.if_then.value()
        return PlanLine(
            self.who.value(),
            self.text.value(),
            self.when.value(),
            self.by.value(),
            self.implements.value(),
            goes_wrong=str(wrong["when"]),
            instead=str(wrong["then"]),
        )

    def follow(self, state: InterviewState) -> None:
        self.set_value(state.line)
        self._unfold()
        goodbye = state.interview.step_id == GOODBYE
        self.who.setVisible(not goodbye)
        self.whole.setVisible(not goodbye)
        self.setFocusProxy(self.text if goodbye else self.who)
        needs = state.line_problem
        self._needs.setText(_("Kept as a draft. {needs}").format(needs=needs) if needs else "")
        self._needs.setVisible(bool(needs))
        self._flagged.setText("\n".join(flag.cited for flag in state.flags.of(state.line_id)))
        self._flagged.setVisible(bool(self._flagged.text()))
        actions = tuple(
            each
            for each in state.plan.actions
            if each.state in {ActionState.OPEN, ActionState.DRAFT}
            and each.id != state.line_id
            and (each.owner is Party.COACH or not goodbye)
        )
        shown = (actions, state.flags)
        if shown != self._shown:
            self._shown = shown
            self._list(actions, state.flags)

    def _buttons(self) -> None:
        self.add = kit.Button(_("Add, and write another"), icon="add", key="add_action")
        self.whole = kit.Button(_("Open the whole plan"), key="plan")
        self.add.clicked.connect(self.line_done)
        self.whole.clicked.connect(self.plan_wanted)
        flow = kit.Flow(spacing=8)
        self.card.box.addLayout(flow)
        flow.addWidget(self.add)
        flow.addWidget(self.whole)

    def _show(self, value: object) -> None:
        line = value if isinstance(value, PlanLine) else PlanLine()
        for part, shown in (
            (self.who, line.who),
            (self.text, line.text),
            (self.when, line.when),
            (self.by, line.by),
            (self.implements, line.implements),
            (self.if_then, {"when": line.goes_wrong, "then": line.instead}),
        ):
            part.set_value(shown)
        self._unfold()

    def _part_edited(self, _value: object) -> None:
        self._unfold()
        self._heard()

    def _unfold(self) -> None:
        """Only what belongs to what was chosen is asked."""
        self.by.setVisible(self.when.value() == DAY)
        self.implements.setVisible(self.who.value() == "asked")
        self.if_then.setVisible(self.who.value() != "ours")

    def _list(self, actions: tuple[Action, ...], flags: Flagged) -> None:
        empty(self._lists)
        ours = [each for each in actions if each.owner is Party.COACH]
        others = [each for each in actions if each.owner is Party.OTHER]
        theirs = [each for each in actions if each.owner is Party.CLAIMANT]
        asked = [each for each in theirs if each.standing is Standing.REQUIRED]
        chosen = [each for each in theirs if each.standing is Standing.VOLUNTARY]
        for edge, mark, part in (
            (kit.Edge.OURS, _("What we will do"), ours),
            (kit.Edge.REQUIRED, _(STANDINGS[Standing.REQUIRED]), asked),
            (kit.Edge.VOLUNTARY, _(STANDINGS[Standing.VOLUNTARY]), chosen),
            (kit.Edge.NONE, "", others),
        ):
            if part:
                card = kit.Card(_("What somebody else does") if not edge else "", edge=edge, mark=mark)
                for action in part:
                    card.box.addWidget(kit.label(action.text or _("No words yet"), "words"))
                    for line in (_about(action), *(if_then_sentence(each, action) for each in action.if_then)):
                        if line:
                            card.box.addWidget(kit.label(line, "hint"))
                    for flag in flags.of(action.id):
                        card.box.addWidget(kit.label(flag.cited, "warn"))
                self._lists.addWidget(card)


def _about(action: Action) -> str:
    when = when_words(action)
    return _("{when}. A draft: not yet in the plan.").format(when=when) if action.state is ActionState.DRAFT else when
