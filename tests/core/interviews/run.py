"""Plays an interview in a test: the TOML stands in the test, answers are given by question id."""

from coachdesk.interviews import (
    Answer,
    Channel,
    Definition,
    Problem,
    Question,
    Standing,
    load_definition,
    questions_of,
    visible,
    visible_steps,
)

HEAD = 'id = "talk"\nversion = 1\ntitle = "A talk"\nminutes = 30\n'
STEP = '[[steps]]\nid = "first"\ntitle = "First"\nminutes = 10\nrank = "must"\n'


def asking(*questions: str, head: str = "") -> str:
    """The text of a definition with one step that asks these questions, each the TOML of its fields."""
    return HEAD + head + "\n" + STEP + "".join(f"[[steps.questions]]\n{question}\n" for question in questions)


def one(kind: str, more: str = "", *, name: str = "it") -> str:
    """The fields of a question of a kind."""
    return f'id = "{name}"\nkind = "{kind}"\nlabel = "What about {name}?"\n{more}'


def loaded(text: str) -> Definition:
    """The definition of a text that has no mistake."""
    definition = load_definition(text, name="talk.toml")
    assert isinstance(definition, Definition), [str(problem) for problem in definition]
    return definition


def problems(text: str) -> tuple[Problem, ...]:
    """The problems of a text that has some."""
    found = load_definition(text, name="talk.toml")
    assert isinstance(found, tuple)
    return found


def codes(text: str) -> list[str]:
    """The codes of the problems of a text, without their first word."""
    return [problem.code.removeprefix("definition.") for problem in problems(text)]


def question(kind: str, more: str = "") -> Question:
    """One question of a kind."""
    return loaded(asking(one(kind, more))).question("it")


class Run:
    """An interview as it goes on: `answer` gives one or more answers, `None` takes one back."""

    def __init__(self, text: str, channel: Channel = Channel.FACE_TO_FACE) -> None:
        self.definition = loaded(text)
        self.channel = channel
        self.answers: dict[str, Answer] = {}

    def answer(self, **said: object) -> "Run":
        for question_id, value in said.items():
            self.answers[question_id] = Answer(value)
            if value is None:
                del self.answers[question_id]
        return self

    def stand(self, question_id: str, standing: Standing) -> "Run":
        self.answers[question_id] = Answer(standing=standing)
        return self

    def seal(self, question_id: str) -> "Run":
        self.answers[question_id] = Answer(sealed=True)
        return self

    @property
    def visible(self) -> list[str]:
        return [each.id for each in visible(self.definition, self.answers)]

    @property
    def steps(self) -> list[str]:
        return [step.id for step in visible_steps(self.definition, self.answers)]

    def asked_in(self, step_id: str) -> list[str]:
        step = next(step for step in self.definition.steps if step.id == step_id)
        return [each.id for each in questions_of(self.definition, self.answers, step)]
