// Writes features as RFC 7946.
