"""Reusable widgets that know nothing of coaching. `ui/kit/names.py` lists what is handed on.

All of it is loaded when the first name is asked for, and not when one of the modules is: the first window takes the few
widgets that it needs from their modules, and is on the screen before the rest.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.kit.names import *  # noqa: F403 - the one list of names is `__all__` there
else:

    def __getattr__(name: str) -> object:
        """One of the names of the kit."""
        import ui.kit.names

        return getattr(ui.kit.names, name)
