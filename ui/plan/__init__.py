"""Goals, actions and whether they fit a life."""
