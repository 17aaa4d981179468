"""Keys only, no SQL: header, slots, keychain, sealed drop box, lock."""
