"""Learning the codes: cards, scheduling, reviews, quizzes, statistics. No Qt; clock and time zone are arguments."""
