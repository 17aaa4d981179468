"""Whole jobs through the real program, driven from outside by the operating system's accessibility tree.

`desktop.py` makes a screen, a session bus, an accessibility bus and a keychain that nobody else uses; `program.py` starts
a program there and offers what a person with a screen reader can do; `walker.py` does it on the accessibility tree
(`tree.py`), in the system's own Python. `steps.py` has what a coach does again and again, in the words of a coach.
"""
