"""Runs StatusRef from a checkout: ``python main.py``."""

import sys

from statusref.app.main import main

if __name__ == "__main__":
    sys.exit(main())
