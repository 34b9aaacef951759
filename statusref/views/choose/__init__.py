"""The page that chooses a code by questions, and the picture of all of them."""
