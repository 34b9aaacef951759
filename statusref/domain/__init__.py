"""Status codes and what is known about them: data types, loading and checking. Imports the standard library only."""
