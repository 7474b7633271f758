// Reads the curated tables.
