"""The settings, as typed attributes that are stored in a QSettings object."""
