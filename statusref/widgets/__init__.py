"""Small widgets that know nothing of status codes."""
