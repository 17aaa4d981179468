"""Keys, backups, content, policy, self-check, who looked."""
