"""Finds codes by what happens: the words of a question against situations in which each code is sent."""
