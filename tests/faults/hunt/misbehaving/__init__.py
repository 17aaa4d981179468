"""A folder for PYTHONPATH: Python loads `sitecustomize` from it, so that the real program can be made to stumble."""
