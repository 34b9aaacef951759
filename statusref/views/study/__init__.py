"""The study page of the window: start page, review, quiz, progress. Imported when it is first opened."""
