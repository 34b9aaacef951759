"""Learning the registry: cards, scheduling, reviews, quizzes, statistics. No Qt; clock and zone are arguments."""
