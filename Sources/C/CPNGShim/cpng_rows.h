/* Rows of pixels as they go into the zlib stream: a filter byte, then bytes. */
#ifndef CPNG_ROWS_H
#define CPNG_ROWS_H

#include "cpng_shim.h"

/* The bytes of a row without its filter byte. */
size_t cpng_row_bytes(const cpng_head *head);

/* Lays out all rows in `out`, height * (1 + row bytes). `spare` holds two rows for the adaptive
   filter; else it may be NULL. */
void cpng_lay_rows(const cpng_head *head, const uint8_t *pixels, const uint8_t *remap,
                   uint8_t *spare, uint8_t *out);

#endif
