// Query to candidates.
