"""The picture of all questions of the chooser."""
