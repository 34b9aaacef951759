"""Finds what stands beside the codes: neighbours, messages, notes, and the answers of foreign systems."""
