"""What goes out to other people: the parts and their licences, the list of them, and the folder for Windows."""
