/* A small face of libpng for Swift: libpng reports errors by longjmp, which must not cross a Swift
   frame, so every call that can fail begins and ends in a function of this folder.

   libpng frames every file that is written and reads every file. The zlib stream inside IDAT is made
   by libdeflate where the picture is at hand as a whole, and by libpng where it comes in stripes. */
#ifndef CPNG_SHIM_H
#define CPNG_SHIM_H

#include <stddef.h>
#include <stdint.h>

/* Room for a message of libpng, with its end. */
#define CPNG_MESSAGE_SIZE 128

/* What went wrong, and for a file that is read where: the chunk and the byte that it begins at. */
typedef struct {
    char text[CPNG_MESSAGE_SIZE];
    char chunk[5];
    size_t offset;
} cpng_fault;

/* A keyword of Latin-1 and a text of UTF-8, both ended by NUL. */
typedef struct {
    const char *keyword;
    const char *text;
} cpng_text;

/* The colour types of PNG. */
enum { CPNG_GREY = 0, CPNG_RGB = 2, CPNG_INDEXED = 3, CPNG_RGBA = 6 };

/* Everything about a file but its pixels. */
typedef struct {
    uint32_t width;
    uint32_t height;
    int color_type;
    /* Bits a channel in the file: 8, or 16 for grey, or 1, 2, 4 for indexes. */
    int bit_depth;
    /* R, G, B, A of each entry; only for indexes. */
    const uint8_t *palette;
    int palette_count;
    /* Pixels a metre in both directions; 0 for unknown. */
    uint32_t pixels_per_metre;
    const cpng_text *texts;
    int text_count;
    /* 0: rows as they are; 1: each row by the one of PNG's five filters that leaves least. */
    int adaptive_filter;
    /* 1: without the chunk that says sRGB, which readers take for granted. */
    int untagged;
} cpng_head;

/* Bytes that the caller frees with cpng_free. */
typedef struct {
    uint8_t *bytes;
    size_t count;
    size_t capacity;
} cpng_buffer;

/* Frees the bytes of a buffer. */
void cpng_free(cpng_buffer *buffer);

/* The versions of libpng (at run time) and of libdeflate (as compiled). */
const char *cpng_libpng_version(void);
const char *cpng_libdeflate_version(void);

/* Whole pictures */

/* A compressor with its memory, for one picture after another; one thread at a time. */
typedef struct cpng_writer cpng_writer;

/* Makes a writer of a level of libdeflate, 0...12. NULL where memory is short. */
cpng_writer *cpng_writer_make(int level);
void cpng_writer_free(cpng_writer *writer);

/* Appends a file to a buffer. Pixels lie row after row without gaps: a byte for each index whatever
   the depth, bytes of a sample the most significant first. `remap`, 256 bytes or NULL, gives the
   index in the file for the index of a pixel. Returns 0, or -1 with a fault. */
int cpng_write(cpng_writer *writer, const cpng_head *head, const uint8_t *pixels,
               const uint8_t *remap, cpng_buffer *out, cpng_fault *fault);

/* Sets used[i] to 1 for each index i that occurs. */
void cpng_mark_used(const uint8_t *indexes, size_t count, uint8_t used[256]);

/* Whether all of `count` pixels of R, G, B, A are opaque. */
int cpng_is_opaque(const uint8_t *pixels, size_t count);
/* R, G, B of `count` pixels of R, G, B, A. */
void cpng_drop_alpha(const uint8_t *pixels, size_t count, uint8_t *out);
/* How many of `count` pixels of `step` bytes are not like the one before; the first is. */
size_t cpng_changes(const uint8_t *pixels, size_t count, size_t step);

/* Pictures in stripes */

/* A file that is being written, rows from the top. */
typedef struct cpng_stripes cpng_stripes;

/* Appends what stands before the pixels; the level is zlib's, 0...9. NULL with a fault. */
cpng_stripes *cpng_stripes_begin(const cpng_head *head, int level, cpng_buffer *out,
                                 cpng_fault *fault);
/* Appends what is ready of the next rows, laid out as for cpng_write. Returns 0, or -1 with a fault. */
int cpng_stripes_rows(cpng_stripes *stripes, const uint8_t *pixels, uint32_t rows,
                      cpng_buffer *out, cpng_fault *fault);
/* Appends the rest, after the last row. Returns 0, or -1 with a fault. */
int cpng_stripes_end(cpng_stripes *stripes, cpng_buffer *out, cpng_fault *fault);
void cpng_stripes_free(cpng_stripes *stripes);

/* Reading */

/* A file that is being read; the bytes of it must outlive this. */
typedef struct cpng_reader cpng_reader;

/* What a file says about its picture before the pixels. */
typedef struct {
    uint32_t width;
    uint32_t height;
    uint8_t bit_depth;
    /* 0 grey, 2 RGB, 3 indexes, 4 grey and alpha, 6 RGB and alpha. */
    uint8_t color_type;
    uint8_t is_interlaced;
    /* pHYs: its unit, 0 for none and 1 for the metre; -1 where the file has none. */
    int8_t unit;
    uint32_t pixels_x;
    uint32_t pixels_y;
    /* sRGB: the rendering intent, or -1. */
    int8_t intent;
    /* gAMA in 1/100,000, or 0. */
    int32_t gamma;
    /* cHRM in 1/100,000: x, y of white, red, green, blue. */
    uint8_t has_chromaticities;
    int32_t chromaticities[8];
} cpng_facts;

/* Opens a file and reads as far as its pixels. With `keeps_texts` texts and a colour profile are kept
   too, within CPNG_CHUNK_LIMIT and CPNG_TEXT_LIMIT; without, their checksums alone are read.
   NULL with a fault. */
cpng_reader *cpng_open(const uint8_t *file, size_t count, int keeps_texts, cpng_fault *fault);
void cpng_close(cpng_reader *reader);

/* Any chunk but those of the pixels may have this many bytes, also when unpacked. */
#define CPNG_CHUNK_LIMIT 8000000
/* Texts of a file that are kept: with the limit above at most 256 MB. */
#define CPNG_TEXT_LIMIT 32
/* Warnings of a file that are kept. */
#define CPNG_WARNING_LIMIT 8

void cpng_tell(const cpng_reader *reader, cpng_facts *facts);

/* Reads the pixels into R, G, B, A of one byte each, or of two in the machine's order for `depth` 16:
   width * height * 4 samples. Checks the file to its end. Returns 0, or -1 with a fault. */
int cpng_read(cpng_reader *reader, int depth, uint8_t *pixels, size_t count, cpng_fault *fault);

/* Reads over the pixels to the end. Returns 0, or -1 with a fault. */
int cpng_skip(cpng_reader *reader, cpng_fault *fault);

/* Texts read so far, and one of them: returns 1 for UTF-8 and 0 for Latin-1. The pointers hold until
   the reader is closed. */
int cpng_text_count(const cpng_reader *reader);
int cpng_text_at(const cpng_reader *reader, int index, cpng_text *text);

/* What libpng warned of: chunks that it left out. */
int cpng_warning_count(const cpng_reader *reader);
const char *cpng_warning_at(const cpng_reader *reader, int index);

/* The colour profile's name and bytes; 0 where there is none. */
int cpng_profile(const cpng_reader *reader, const char **name, const uint8_t **bytes,
                 uint32_t *count);

#endif
