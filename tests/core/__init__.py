"""The core, without Qt: what it computes, stores, seals and prints. Runs where Qt is not even installed."""
