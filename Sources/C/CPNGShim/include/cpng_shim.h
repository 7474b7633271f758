/* A small face of libpng for Swift: libpng reports errors by longjmp, which must not cross a Swift
   frame, so every call that can fail begins and ends in this file's functions. */
#ifndef CPNG_SHIM_H
#define CPNG_SHIM_H

#include <stddef.h>
#include <stdint.h>

/* Room for a message of libpng, with its end. */
#define CPNG_MESSAGE_SIZE 128

/* A keyword of Latin-1 and a text of UTF-8, both ended by NUL. */
typedef struct {
    const char *keyword;
    const char *text;
} cpng_text;

/* What to write. Rows lie one after the other without gaps. */
typedef struct {
    uint32_t width;
    uint32_t height;
    /* Bytes a pixel: 1 (index into the palette), 3 (R, G, B) or 4 (R, G, B, A). */
    int channels;
    const uint8_t *pixels;
    /* R, G, B, A of each entry; only for one channel. */
    const uint8_t *palette;
    int palette_count;
    /* Pixels a metre in both directions; 0 for unknown. */
    uint32_t pixels_per_metre;
    const cpng_text *texts;
    int text_count;
    /* Of zlib, 0...9. */
    int compression_level;
    /* 0: none, 1: the best of all five by libpng's estimate. */
    int adaptive_filter;
} cpng_image;

/* Bytes that the caller frees with cpng_free. */
typedef struct {
    uint8_t *bytes;
    size_t count;
    size_t capacity;
} cpng_buffer;

/* Writes a file into an empty buffer. Returns 0, or -1 with a message; the buffer must be freed
   either way. */
int cpng_encode(const cpng_image *image, cpng_buffer *out, char message[CPNG_MESSAGE_SIZE]);

/* Reads the size of a picture from the start of a file. Returns 0, or -1 with a message. */
int cpng_read_size(const uint8_t *file, size_t count, uint32_t *width, uint32_t *height,
                   char message[CPNG_MESSAGE_SIZE]);

/* Reads a whole file into R, G, B, A pixels: width * height * 4 bytes, as cpng_read_size told.
   Checksums and the compressed data are checked to the end. Returns 0, or -1 with a message. */
int cpng_decode(const uint8_t *file, size_t count, uint8_t *pixels, size_t pixels_count,
                char message[CPNG_MESSAGE_SIZE]);

/* Frees what cpng_encode wrote. */
void cpng_free(cpng_buffer *buffer);

#endif
