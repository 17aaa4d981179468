"""Widgets and screens, offscreen: what a coach sees, types and hears, and the checks that every page is held to."""
