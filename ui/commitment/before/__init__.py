"""Before it is issued: what stands in the way, what to look at once more, the envelope check, and issuing it.

A further panel is a widget with `show_before(state)`; `panel.py` puts it in its place.
"""
