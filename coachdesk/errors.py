"""The one error that a coach can act on.

Whatever else is raised is a bug: it ends in a local report, never on the screen.
"""


class AppError(Exception):
    """Something expected went wrong and the coach can do something about it.

    `code` is stable ("vault.wrong-passphrase"); `coachdesk/advice` owns the sentence that belongs to it.
    `details` fill the placeholders of that sentence. They never hold an answer or a name.
    """

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
