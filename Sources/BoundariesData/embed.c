#include "boundaries_data.h"

/* clang calls #embed a C23 extension. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char outlines[] = {
#embed "Outlines/outlines.bin"
};

const unsigned char *boundaries_outlines(void) { return outlines; }

size_t boundaries_outlines_size(void) { return sizeof outlines; }
