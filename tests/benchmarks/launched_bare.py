"""Shows an empty window with a list and prints when it was painted. The start of the program is compared with this.

With the argument ``stay`` it stays open.
"""

import os
import sys
import time

from PySide6.QtWidgets import QApplication, QListView, QMainWindow

from statusref.app.first_paint import FirstPaint


def report() -> None:
    print(time.monotonic(), flush=True)
    os._exit(0)


qt = QApplication([])
window = QMainWindow()
window.setCentralWidget(QListView())
window.resize(1180, 780)
if sys.argv[1:] != ["stay"]:
    FirstPaint(window, report)
window.show()
sys.exit(qt.exec())
