// Folds names to find them.
