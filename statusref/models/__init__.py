"""Qt item models: codes, notes, study cards, comparisons, exchanges of the lab. QtCore and QtGui only, no widgets."""
