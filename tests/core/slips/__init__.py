"""Slips about an appointment: what a reminder and a receipt say, and what they never say."""
