"""Keys, backups, look, lock and what can be read about the vault, on real vaults."""
