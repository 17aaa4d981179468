"""Once it is issued: handing it over, what the person says to it, what is different, and what became of it.

A further panel is a widget with `show_after(state)`; `panel.py` puts it in its place.
"""
