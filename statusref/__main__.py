"""``python -m statusref``."""

import sys

from statusref.app.main import main

sys.exit(main())
