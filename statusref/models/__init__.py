"""Qt item models over the catalogue and the notes. QtCore and QtGui only, no widgets."""
