"""The lab: an HTTP/1.1 server on loopback that answers with any status code, and reports each exchange."""
