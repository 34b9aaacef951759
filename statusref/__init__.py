"""StatusRef: an offline desktop reference of HTTP status codes in Korean and English."""

__version__ = "0.1.0"
