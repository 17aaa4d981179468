"""What people can be referred to: the file, where a row stands on a day, the list and finding."""
