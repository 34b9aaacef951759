"""Logs: which status codes are in a file, a stream or a pasted line, how often, when and where, and who sent them."""
