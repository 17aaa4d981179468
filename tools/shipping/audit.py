"""Known weaknesses of the packages in the lock, as pip-audit finds them, and a plain word about what nobody could be asked.

pip-audit calls a run in which no package was found anywhere a good one. Here it is what it is: nothing was audited.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.shipping import LOCK

_ASK = ("-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json")
_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit came to.

    Args:
        asked: how many packages the source of advisories knew.
        unknown: the packages that it said nothing of; all of them where it could not be reached.
        weak: package, version, and the advisories against it.
    """

    asked: int
    unknown: tuple[str, ...]
    weak: tuple[tuple[str, str, tuple[str, ...]], ...]

    @property
    def is_whole(self) -> bool:
        """Whether every package was asked about."""
        return self.asked > 0 and not self.unknown

    def sentences(self) -> list[str]:
        """What to say about it."""
        said = [f"{name} {version} has known weaknesses: {', '.join(ids)}." for name, version, ids in self.weak]
        if not self.asked:
            return [
                *said,
                "NOT AUDITED: no source of advisories can be reached from here. Run `dev.py audit` where one can.",
            ]
        if self.unknown:
            said.append(f"NOT AUDITED, the source of advisories does not know them: {', '.join(self.unknown)}.")
        return [*said, f"{self.asked} packages were audited; {len(self.weak)} of them have known weaknesses."]


def read(report: str) -> Audit:
    """pip-audit's report in JSON; whatever is no report means that nobody was asked."""
    try:
        packages = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Audit(0, (), ())
    unknown = tuple(each["name"] for each in packages if "skip_reason" in each)
    weak = [
        (each["name"], each["version"], tuple(found["id"] for found in each["vulns"]))
        for each in packages
        if each.get("vulns")
    ]
    return Audit(len(packages) - len(unknown), unknown, tuple(weak))


def audit(lock: Path = LOCK) -> Audit:
    """Ask about every package of a lock; needs a network, and says so by an empty answer where there is none."""
    command = [sys.executable, *_ASK, "--requirement", str(lock)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return Audit(0, (), ())
    return read(done.stdout)
