"""What differs between operating systems and needs Qt: appearance, input method, tray, signals, listening."""
