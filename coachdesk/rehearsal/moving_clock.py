from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(slots=True)
class MovingClock:
    """A clock that stands still until somebody moves it: time in a played meeting passes as the meeting says."""

    moment: datetime

    def __call__(self) -> datetime:
        """The moment, in UTC."""
        return self.moment.astimezone(UTC)

    def forward(self, seconds: float) -> None:
        """Let some time pass."""
        self.moment += timedelta(seconds=seconds)

    def set(self, moment: datetime) -> None:
        """Go to a moment, which has a time zone."""
        self.moment = moment
