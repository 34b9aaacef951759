"""What the user can set, typed, over an injected QSettings."""
