"""The page that puts codes and their neighbours side by side."""
