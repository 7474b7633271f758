#ifndef BOUNDARIES_DATA_H
#define BOUNDARIES_DATA_H

#include <stddef.h>

/* The bytes of Outlines/outlines.bin, linked into the program; it lives as long as the program. */
const unsigned char *boundaries_outlines(void);
size_t boundaries_outlines_size(void);

#endif
