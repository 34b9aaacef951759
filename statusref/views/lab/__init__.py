"""The page with the lab: asks for any code on this machine, and shows what went over the wire."""
