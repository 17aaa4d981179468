"""What services promise to screens and commands, shown on a real vault: one call, one transaction, one audit line."""
