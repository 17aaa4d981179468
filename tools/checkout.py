"""What git says of the checkout that something is made from."""

from tools.process import output


def is_one() -> bool:
    """Whether there is a commit that could be named."""
    return bool(output(["git", "rev-parse", "HEAD"]))


def changes() -> str:
    """What lies in the checkout and not in its last commit, as git lists it; empty where nothing does."""
    return output(["git", "status", "--porcelain"])


def source() -> str:
    """The commit that the checkout is at; it says so where there are changes besides, or no checkout at all."""
    commit = output(["git", "rev-parse", "HEAD"])
    if not commit:
        return "files that are no checkout"
    return f"commit {commit}" + (" with changes that are not in it" if changes() else "")
