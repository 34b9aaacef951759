"""What differs between operating systems. Nothing here needs Qt; ``system/desktop`` has what does.

Every rule takes the platform as an argument, so that it can be tested on any system. Only this room may use
``sys.platform`` and calls that not every system has; ``tests/system/test_only_here.py`` checks that.
"""
