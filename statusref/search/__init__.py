"""Search: from whatever the user has to the status codes it means. No Qt.

``engine`` is the way in, ``results`` what it answers. Nothing is imported here, so that a
program that only shows results does not load what finds them.
"""
