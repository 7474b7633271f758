// The pipeline as code.
