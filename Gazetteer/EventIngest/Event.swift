// An event as its table tells it.
