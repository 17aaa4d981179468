"""The window: PySide6 screens that show a state and forward what the coach does. No SQL, no rules, no sentence of law."""
