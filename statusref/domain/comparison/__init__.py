"""Comparisons: choosing the entries, their facts as rows of a table, and the table as Markdown and HTML."""
