// Writes SVG.
