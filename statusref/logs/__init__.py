"""Logs: which status codes a file, a stream or a pasted line has, how often, when, where and who answered."""
