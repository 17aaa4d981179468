"""The form for a decision, wherever it stands."""
