"""How the codes behave in earnest, one module for each behaviour."""
