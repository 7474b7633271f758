#ifndef GAZETTEER_DATA_H
#define GAZETTEER_DATA_H

#include <stddef.h>

/// One curated table, as its file has it.
typedef struct {
    /// The file's name, ended by NUL.
    const char *name;
    /// The file's bytes, alive as long as the program.
    const unsigned char *bytes;
    size_t size;
} gazetteer_table;

/// How many tables are linked in.
size_t gazetteer_table_count(void);

/// The table at an index below the count.
gazetteer_table gazetteer_table_at(size_t index);

#endif
