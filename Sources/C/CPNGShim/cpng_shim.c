#include "cpng_shim.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/* Ancillary chunks of a file that is read may take this much memory, each. */
#define CHUNK_LIMIT (8u << 20)

/* Errors and warnings. The jump ends in the function of this file that called libpng. */

static void on_error(png_structp png, png_const_charp text) {
    char *message = png_get_error_ptr(png);
    strncpy(message, text, CPNG_MESSAGE_SIZE - 1);
    message[CPNG_MESSAGE_SIZE - 1] = 0;
    longjmp(png_jmpbuf(png), 1);
}

static void on_warning(png_structp png, png_const_charp text) {
    (void)png;
    (void)text;
}

static int report(char *message, const char *text) {
    strncpy(message, text, CPNG_MESSAGE_SIZE - 1);
    message[CPNG_MESSAGE_SIZE - 1] = 0;
    return -1;
}

/* Writing */

static void append(png_structp png, png_bytep bytes, size_t count) {
    cpng_buffer *out = png_get_io_ptr(png);
    if (count > out->capacity - out->count) {
        size_t capacity = out->capacity ? out->capacity : 1 << 14;
        while (capacity - out->count < count) {
            if (capacity > SIZE_MAX / 2) png_error(png, "the file is too long");
            capacity *= 2;
        }
        uint8_t *grown = realloc(out->bytes, capacity);
        if (!grown) png_error(png, "no memory for the file");
        out->bytes = grown;
        out->capacity = capacity;
    }
    memcpy(out->bytes + out->count, bytes, count);
    out->count += count;
}

static void flush(png_structp png) { (void)png; }

static void set_palette(png_structp png, png_infop info, const cpng_image *image) {
    png_color colors[256];
    png_byte alphas[256];
    int alpha_count = 0;
    for (int i = 0; i < image->palette_count && i < 256; i++) {
        const uint8_t *entry = image->palette + 4 * i;
        colors[i] = (png_color){entry[0], entry[1], entry[2]};
        alphas[i] = entry[3];
        if (entry[3] != 255) alpha_count = i + 1;
    }
    png_set_PLTE(png, info, colors, image->palette_count);
    if (alpha_count) png_set_tRNS(png, info, alphas, alpha_count, NULL);
}

static void set_texts(png_structp png, png_infop info, const cpng_image *image) {
    for (int i = 0; i < image->text_count; i++) {
        png_text text = {0};
        text.compression = PNG_ITXT_COMPRESSION_NONE;
        text.key = (png_charp)image->texts[i].keyword;
        text.text = (png_charp)image->texts[i].text;
        text.itxt_length = strlen(image->texts[i].text);
        png_set_text(png, info, &text, 1);
    }
}

static void write_all(png_structp png, png_infop info, const cpng_image *image) {
    int type = image->channels == 1   ? PNG_COLOR_TYPE_PALETTE
               : image->channels == 3 ? PNG_COLOR_TYPE_RGB
                                      : PNG_COLOR_TYPE_RGB_ALPHA;
    png_set_compression_level(png, image->compression_level);
    png_set_filter(png, 0, image->adaptive_filter ? PNG_ALL_FILTERS : PNG_FILTER_NONE);
    png_set_IHDR(png, info, image->width, image->height, 8, type, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_RELATIVE);
    if (type == PNG_COLOR_TYPE_PALETTE) set_palette(png, info, image);
    if (image->pixels_per_metre)
        png_set_pHYs(png, info, image->pixels_per_metre, image->pixels_per_metre,
                     PNG_RESOLUTION_METER);
    set_texts(png, info, image);
    png_write_info(png, info);
    size_t stride = (size_t)image->width * image->channels;
    for (uint32_t row = 0; row < image->height; row++)
        png_write_row(png, image->pixels + row * stride);
    png_write_end(png, NULL);
}

int cpng_encode(const cpng_image *image, cpng_buffer *out, char message[CPNG_MESSAGE_SIZE]) {
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, message, on_error, on_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) {
        png_destroy_write_struct(&png, NULL);
        return report(message, "libpng could not be started");
    }
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return -1;
    }
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_write_fn(png, out, append, flush);
    write_all(png, info, image);
    png_destroy_write_struct(&png, &info);
    return 0;
}

void cpng_free(cpng_buffer *buffer) {
    free(buffer->bytes);
    *buffer = (cpng_buffer){0};
}

/* Reading */

typedef struct {
    const uint8_t *bytes;
    size_t count;
} source;

static void take(png_structp png, png_bytep bytes, size_t count) {
    source *from = png_get_io_ptr(png);
    if (count > from->count) png_error(png, "the file ends early");
    memcpy(bytes, from->bytes, count);
    from->bytes += count;
    from->count -= count;
}

/* Reads as far as the first IDAT and sets up R, G, B, A rows of eight bits a channel. */
static void begin_read(png_structp png, png_infop info, source *from) {
    png_set_read_fn(png, from, take);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_malloc_max(png, CHUNK_LIMIT);
    png_read_info(png, info);
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
}

/* A picture without interlace is read row by row, one with interlace in seven passes. */
static void read_rows(png_structp png, png_infop info, uint8_t *pixels, size_t pixels_count) {
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    uint32_t height = png_get_image_height(png, info);
    size_t stride = png_get_rowbytes(png, info);
    if (stride != (size_t)png_get_image_width(png, info) * 4 || stride == 0 ||
        pixels_count / stride != height || pixels_count % stride != 0)
        png_error(png, "the picture is not of the size it was said to be");
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t row = 0; row < height; row++)
            png_read_row(png, pixels + row * stride, NULL);
    png_read_end(png, NULL);
}

int cpng_decode(const uint8_t *file, size_t count, uint8_t *pixels, size_t pixels_count,
                char message[CPNG_MESSAGE_SIZE]) {
    source from = {file, count};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, message, on_error, on_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) {
        png_destroy_read_struct(&png, NULL, NULL);
        return report(message, "libpng could not be started");
    }
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, NULL);
        return -1;
    }
    begin_read(png, info, &from);
    read_rows(png, info, pixels, pixels_count);
    png_destroy_read_struct(&png, &info, NULL);
    return 0;
}

int cpng_read_size(const uint8_t *file, size_t count, uint32_t *width, uint32_t *height,
                   char message[CPNG_MESSAGE_SIZE]) {
    source from = {file, count};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, message, on_error, on_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) {
        png_destroy_read_struct(&png, NULL, NULL);
        return report(message, "libpng could not be started");
    }
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, NULL);
        return -1;
    }
    begin_read(png, info, &from);
    *width = png_get_image_width(png, info);
    *height = png_get_image_height(png, info);
    png_destroy_read_struct(&png, &info, NULL);
    return 0;
}
