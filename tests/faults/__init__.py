"""Kill, full disk, wrong keys."""
