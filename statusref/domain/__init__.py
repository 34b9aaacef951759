"""Status codes and what is known about them: frozen data, loading, validation. Standard library only."""
