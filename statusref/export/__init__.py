"""The reference to take along: the pages as a file or folder in another format. Works without Qt."""
