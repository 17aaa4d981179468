"""Appointments and their honest states. Pure."""
