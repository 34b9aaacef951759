"""Colours, text styles, fonts and icons. Uses QtGui, but no widgets."""
