from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from time import perf_counter

from coachdesk.advice import sentence
from coachdesk.errors import AppError
from coachdesk.i18n import _
from coachdesk.logs import place_of


class CheckError(Exception):
    """Something is not as it should be; the message is a sentence for an administrator."""


class StepFailedError(Exception):
    """A step failed and is in the list of steps; whatever needs it cannot go on."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was tried: its stable name, how long it took in seconds, and what was seen.

    Attributes:
        code: of what went wrong, the code of its error or its type and place; empty where nothing did, or a check did not hold.
    """

    name: str
    ok: bool
    seconds: float
    detail: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class KeychainFinding:
    """Whether this machine's keychain kept, gave back and forgot a throw-away entry, and whether it has to."""

    ok: bool
    required: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was tried, on which machine, with which version of the program."""

    version: str
    steps: tuple[Step, ...]
    keychain: KeychainFinding
    platform: dict[str, str]

    @property
    def ok(self) -> bool:
        """Whether the program works here. A missing keychain counts only where it is required."""
        return all(step.ok for step in self.steps) and (self.keychain.ok or not self.keychain.required)

    def as_json(self) -> dict[str, object]:
        """The report for a machine."""
        return {"ok": self.ok} | asdict(self)

    def lines(self) -> Iterator[str]:
        """The report for a person."""
        for step in self.steps:
            outcome = _("fine") if step.ok else _("FAILED")
            yield f"{step.name:<14} {outcome:<6} {step.seconds:6.2f} s  {step.detail}"
        keychain = _("fine") if self.keychain.ok else _("none")
        yield f"{'keychain':<14} {keychain:<6}           {self.keychain.detail}"
        if self.ok:
            yield _("CoachDesk {version} works on this machine.").format(version=self.version)

    def sentence(self) -> str:
        """What went wrong first."""
        for step in self.steps:
            if not step.ok:
                return _("The self-check failed at “{step}”: {detail}").format(step=step.name, detail=step.detail)
        return _("The self-check failed: a keychain is required. {detail}").format(detail=self.keychain.detail)


@dataclass(slots=True)
class Detail:
    """What a step has to say about itself."""

    text: str = ""


@dataclass(slots=True)
class Steps:
    """The steps so far."""

    done: list[Step] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[Detail]:
        """Try one thing and note its time.

        Raises:
            StepFailedError: whatever went wrong is noted; a bug by its place only.
        """
        detail, begun = Detail(), perf_counter()
        try:
            yield detail
        except CheckError as error:
            self._note(name, begun, str(error))
        except AppError as error:
            self._note(name, begun, sentence(error), code=error.code)
        except Exception as error:  # noqa: BLE001 - any failure is a finding; its values are left out
            where = f"{type(error).__name__} in {place_of(error)}"
            self._note(name, begun, where, code=where)
        else:
            self._note(name, begun, detail.text, ok=True)
            return
        raise StepFailedError(name)

    def _note(self, name: str, begun: float, detail: str, *, ok: bool = False, code: str = "") -> None:
        self.done.append(Step(name, ok, round(perf_counter() - begun, 3), detail, code))


def expect(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - the condition is the subject of the sentence
    """Go on, or raise CheckError with what is wrong."""
    if not holds:
        raise CheckError(otherwise)
