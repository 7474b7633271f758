// A place and its names.
