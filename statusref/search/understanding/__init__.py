"""What a query says before anything is looked up: the codes in it, what is compared, and the words that count."""
