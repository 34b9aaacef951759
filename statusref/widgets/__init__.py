"""Small widgets that do not depend on status codes."""
