"""What differs between operating systems. Nothing here needs Qt; ``system/desktop`` has what does.

Every rule takes the platform as an argument, so that each can be tried on any system. ``sys.platform``, and calls that
not every system has, are named in this room only; ``tests/system/test_only_here.py`` holds that.
"""
