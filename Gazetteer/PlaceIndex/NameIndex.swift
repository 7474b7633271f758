// Finds places by name.
