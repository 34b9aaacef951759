"""Makes the start of the window shorter. Without this package the program is the same, only slower.

At every start PySide6 compiles its own Python files and three long regular expressions (``compiled``), and makes some
230 enums member by member (``enums``). Python looks for each module of the window and reads it by itself
(``modules``). All that gives the same each time, so it is kept in the user's cache folder, or done a shorter way. What
PySide6 loads and hardly ever uses is left for later (``later``).

Tried with PySide6 6.11 on CPython 3.11, 3.12 and 3.13. All others start the stock way, and so does everything with
``STATUSREF_QUICK_START=0`` in the environment.
"""
