"""Colours, text styles, fonts and icons: how everything looks. QtGui only."""
