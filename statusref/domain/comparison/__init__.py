"""Entries side by side: which ones, their facts as rows, and the comparison as Markdown and HTML."""
