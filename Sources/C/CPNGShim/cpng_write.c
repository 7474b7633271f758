#include "cpng_fault.h"
#include "cpng_rows.h"

#include <libdeflate.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/* What stands before the pixels */

static void append(png_structp png, png_bytep bytes, size_t count) {
    if (!cpng_append(png_get_io_ptr(png), bytes, count)) png_error(png, "no memory for the file");
}

static void flush(png_structp png) { (void)png; }

static void set_palette(png_structp png, png_infop info, const cpng_head *head) {
    png_color colors[256];
    png_byte alphas[256];
    int alpha_count = 0;
    for (int i = 0; i < head->palette_count && i < 256; i++) {
        const uint8_t *entry = head->palette + 4 * i;
        colors[i] = (png_color){entry[0], entry[1], entry[2]};
        alphas[i] = entry[3];
        if (entry[3] != 255) alpha_count = i + 1;
    }
    png_set_PLTE(png, info, colors, head->palette_count);
    if (alpha_count) png_set_tRNS(png, info, alphas, alpha_count, NULL);
}

static void set_texts(png_structp png, png_infop info, const cpng_head *head) {
    for (int i = 0; i < head->text_count; i++) {
        png_text text = {0};
        text.compression = PNG_ITXT_COMPRESSION_NONE;
        text.key = (png_charp)head->texts[i].keyword;
        text.text = (png_charp)head->texts[i].text;
        text.itxt_length = strlen(head->texts[i].text);
        png_set_text(png, info, &text, 1);
    }
}

static void write_head(png_structp png, png_infop info, const cpng_head *head, cpng_buffer *out) {
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_write_fn(png, out, append, flush);
    png_set_IHDR(png, info, head->width, head->height, head->bit_depth, head->color_type,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (!head->untagged) png_set_sRGB(png, info, PNG_sRGB_INTENT_RELATIVE);
    if (head->color_type == CPNG_INDEXED) set_palette(png, info, head);
    if (head->pixels_per_metre)
        png_set_pHYs(png, info, head->pixels_per_metre, head->pixels_per_metre,
                     PNG_RESOLUTION_METER);
    set_texts(png, info, head);
    png_write_info(png, info);
}

/* Whole pictures */

struct cpng_writer {
    struct libdeflate_compressor *compressor;
    /* Rows, then the zlib stream; kept from picture to picture. */
    cpng_buffer rows, packed;
};

cpng_writer *cpng_writer_make(int level) {
    cpng_writer *writer = calloc(1, sizeof *writer);
    if (!writer) return NULL;
    writer->compressor = libdeflate_alloc_compressor(level);
    if (writer->compressor) return writer;
    free(writer);
    return NULL;
}

void cpng_writer_free(cpng_writer *writer) {
    libdeflate_free_compressor(writer->compressor);
    cpng_free(&writer->rows);
    cpng_free(&writer->packed);
    free(writer);
}

/* Makes room without keeping what was there: pages that are not written to cost nothing. */
static uint8_t *room(png_structp png, cpng_buffer *buffer, size_t count) {
    if (buffer->capacity < count) {
        cpng_free(buffer);
        buffer->bytes = malloc(count);
        if (!buffer->bytes) png_error(png, "no memory for the rows");
        buffer->capacity = count;
    }
    return buffer->bytes;
}

static void write_pixels(cpng_writer *writer, png_structp png, const cpng_head *head,
                         const uint8_t *pixels, const uint8_t *remap) {
    size_t row = cpng_row_bytes(head);
    size_t count = (1 + row) * head->height;
    uint8_t *rows = room(png, &writer->rows, count + 2 * row);
    memset(rows + count, 0, 2 * row);
    cpng_lay_rows(head, pixels, remap, rows + count, rows);
    size_t bound = libdeflate_zlib_compress_bound(writer->compressor, count);
    uint8_t *packed = room(png, &writer->packed, bound);
    size_t length = libdeflate_zlib_compress(writer->compressor, rows, count, packed, bound);
    if (length == 0 || length > PNG_UINT_31_MAX) png_error(png, "the pixels take over 2^31 bytes");
    png_write_chunk(png, (png_const_bytep) "IDAT", packed, length);
    png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
}

int cpng_write(cpng_writer *writer, const cpng_head *head, const uint8_t *pixels,
               const uint8_t *remap, cpng_buffer *out, cpng_fault *fault) {
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, fault, cpng_on_error, cpng_on_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) {
        png_destroy_write_struct(&png, NULL);
        return cpng_report(fault, "libpng could not be started");
    }
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return -1;
    }
    write_head(png, info, head, out);
    write_pixels(writer, png, head, pixels, remap);
    png_destroy_write_struct(&png, &info);
    return 0;
}

/* Pictures in stripes */

struct cpng_stripes {
    png_structp png;
    png_infop info;
    /* Where libpng notes its errors. */
    cpng_fault fault;
    size_t stride;
};

void cpng_stripes_free(cpng_stripes *stripes) {
    png_destroy_write_struct(&stripes->png, &stripes->info);
    free(stripes);
}

cpng_stripes *cpng_stripes_begin(const cpng_head *head, int level, cpng_buffer *out,
                                 cpng_fault *fault) {
    cpng_stripes *stripes = calloc(1, sizeof *stripes);
    if (stripes)
        stripes->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &stripes->fault,
                                               cpng_on_error, cpng_on_warning);
    if (stripes && stripes->png) stripes->info = png_create_info_struct(stripes->png);
    if (!stripes || !stripes->info) {
        if (stripes) cpng_stripes_free(stripes);
        cpng_report(fault, "libpng could not be started");
        return NULL;
    }
    if (setjmp(png_jmpbuf(stripes->png))) {
        *fault = stripes->fault;
        cpng_stripes_free(stripes);
        return NULL;
    }
    png_set_compression_level(stripes->png, level);
    png_set_filter(stripes->png, 0, head->adaptive_filter ? PNG_ALL_FILTERS : PNG_FILTER_NONE);
    stripes->stride = head->color_type == CPNG_INDEXED ? head->width : cpng_row_bytes(head);
    write_head(stripes->png, stripes->info, head, out);
    if (head->bit_depth < 8) png_set_packing(stripes->png);
    return stripes;
}

int cpng_stripes_rows(cpng_stripes *stripes, const uint8_t *pixels, uint32_t rows,
                      cpng_buffer *out, cpng_fault *fault) {
    if (setjmp(png_jmpbuf(stripes->png))) {
        *fault = stripes->fault;
        return -1;
    }
    png_set_write_fn(stripes->png, out, append, flush);
    for (uint32_t row = 0; row < rows; row++)
        png_write_row(stripes->png, pixels + row * stripes->stride);
    return 0;
}

int cpng_stripes_end(cpng_stripes *stripes, cpng_buffer *out, cpng_fault *fault) {
    if (setjmp(png_jmpbuf(stripes->png))) {
        *fault = stripes->fault;
        return -1;
    }
    png_set_write_fn(stripes->png, out, append, flush);
    png_write_end(stripes->png, NULL);
    return 0;
}
