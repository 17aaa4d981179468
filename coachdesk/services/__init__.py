"""What a coach can do: one method is one transaction and one audit line."""
