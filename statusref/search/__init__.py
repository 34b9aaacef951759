"""Finds status codes by whatever the user types or pastes. Uses no Qt.

``engine`` searches, ``results`` has the types that it returns. Nothing is imported here, so that code that only shows
results does not load the search itself.
"""
