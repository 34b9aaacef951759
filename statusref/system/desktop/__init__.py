"""What differs between operating systems and needs Qt: appearance, input method, listening for a second start."""
