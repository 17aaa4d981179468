"""The day: appointments, prep card, what needs you."""
