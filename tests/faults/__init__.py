"""What goes wrong outside the program: it is killed while it writes, the disk is full, bytes are not what they were."""
