"""What differs between operating systems and desktops: appearance, display, input method, paths."""
