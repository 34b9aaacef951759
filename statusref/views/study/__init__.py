"""The study part of the window: start page, review, quiz, progress. Built when first opened."""
