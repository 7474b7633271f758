#ifndef GAZETTEER_DATA_H
#define GAZETTEER_DATA_H

#include <stddef.h>

/// Bytes that stay as they are and live as long as the program.
typedef struct {
    const unsigned char *bytes;
    size_t size;
} gazetteer_bytes;

/// The pack that is linked in.
gazetteer_bytes gazetteer_default_pack(void);

#endif
