"""Tests of CoachDesk, as sentences about the product."""
