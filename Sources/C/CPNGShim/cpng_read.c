#include "cpng_fault.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/* What libpng says of a chunk over the limit. */
#define TOO_LARGE "chunk data is too large"

#define STRING_OF(text) #text
#define STRING(number) STRING_OF(number)

struct cpng_reader {
    png_structp png;
    png_infop info;
    const uint8_t *file;
    size_t count, position;
    /* Where libpng notes its errors, and the chunk that is being read. */
    cpng_fault fault;
    /* What libpng warned of and went on. */
    int warning_count;
    char warnings[CPNG_WARNING_LIMIT][CPNG_MESSAGE_SIZE];
};

/* Bytes and faults */

static void take(png_structp png, png_bytep bytes, size_t count) {
    cpng_reader *reader = png_get_io_ptr(png);
    if (png_get_io_state(png) & PNG_IO_CHUNK_HDR) reader->fault.offset = reader->position;
    if (count > reader->count - reader->position) png_error(png, "the file ends early");
    memcpy(bytes, reader->file + reader->position, count);
    reader->position += count;
}

/* libpng only warns of a stream of pixels that is broken behind the last row, where for us a picture
   is whole or none, and of chunks over the limit, for which it would take memory. Other warnings are
   of a chunk that was left out. */
static void on_warning(png_structp png, png_const_charp text) {
    cpng_reader *reader = png_get_io_ptr(png);
    if (png_get_io_chunk_type(png) == 0x49444154 || strstr(text, TOO_LARGE))
        cpng_on_error(png, text);
    if (!reader || reader->warning_count == CPNG_WARNING_LIMIT) return;
    strncpy(reader->warnings[reader->warning_count++], text, CPNG_MESSAGE_SIZE - 1);
}

/* Hands out the fault with the name of its chunk, in letters. Returns -1. */
static int fail(cpng_reader *reader, cpng_fault *fault) {
    *fault = reader->fault;
    if (strstr(fault->text, TOO_LARGE))
        cpng_report(fault, "a chunk is longer than the limit of " STRING(CPNG_CHUNK_LIMIT) " bytes");
    uint32_t type = reader->position < 16 ? 0 : png_get_io_chunk_type(reader->png);
    for (int i = 0; i < 4; i++) {
        char letter = type >> (24 - 8 * i) & 255;
        int is_letter = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
        fault->chunk[i] = is_letter ? letter : type ? '?' : 0;
    }
    fault->chunk[4] = 0;
    return -1;
}

/* Opening */

/* Texts and profiles that nobody asked for stay packed: their checksums alone are read. */
static void pass_over_texts(png_structp png) {
    static const png_byte names[] = "tEXt\0zTXt\0iTXt\0iCCP\0eXIf\0sPLT\0hIST";
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, names, 7);
}

static void begin(cpng_reader *reader, int keeps_texts) {
    png_structp png = reader->png;
    png_set_read_fn(png, reader, take);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_malloc_max(png, CPNG_CHUNK_LIMIT);
    png_set_chunk_cache_max(png, CPNG_TEXT_LIMIT);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    if (!keeps_texts) pass_over_texts(png);
    png_read_info(png, reader->info);
    if (!png_get_rowbytes(png, reader->info)) png_error(png, "rows without bytes");
}

cpng_reader *cpng_open(const uint8_t *file, size_t count, int keeps_texts, cpng_fault *fault) {
    cpng_reader *reader = calloc(1, sizeof *reader);
    if (reader)
        reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader->fault, cpng_on_error,
                                             on_warning);
    if (reader && reader->png) reader->info = png_create_info_struct(reader->png);
    if (!reader || !reader->info) {
        if (reader) cpng_close(reader);
        cpng_report(fault, "libpng could not be started");
        return NULL;
    }
    reader->file = file;
    reader->count = count;
    if (setjmp(png_jmpbuf(reader->png))) {
        fail(reader, fault);
        cpng_close(reader);
        return NULL;
    }
    begin(reader, keeps_texts);
    return reader;
}

void cpng_close(cpng_reader *reader) {
    png_destroy_read_struct(&reader->png, &reader->info, NULL);
    free(reader);
}

/* Pixels */

/* Indexes of one byte each become samples, from the right so that they can stand in the same row. */
static void paint_row(cpng_reader *reader, uint8_t *row, uint32_t width, const uint8_t *palette,
                      int palette_count) {
    for (uint32_t x = width; x-- > 0;) {
        if (row[x] >= palette_count)
            png_error(reader->png, "a pixel has an index behind the palette's end");
        memcpy(row + 4 * (size_t)x, palette + 4 * row[x], 4);
    }
}

static int collect_palette(cpng_reader *reader, uint8_t palette[4 * 256]) {
    png_colorp colors = NULL;
    png_bytep alphas = NULL;
    int count = 0, alpha_count = 0;
    png_get_PLTE(reader->png, reader->info, &colors, &count);
    png_get_tRNS(reader->png, reader->info, &alphas, &alpha_count, NULL);
    for (int i = 0; i < count; i++) {
        uint8_t *entry = palette + 4 * i;
        entry[0] = colors[i].red;
        entry[1] = colors[i].green;
        entry[2] = colors[i].blue;
        entry[3] = i < alpha_count ? alphas[i] : 255;
    }
    return count;
}

/* One byte becomes two: 255 × 257 = 65535. */
static void widen_row(uint8_t *row, uint32_t width) {
    for (size_t i = 4 * (size_t)width; i-- > 0;) {
        uint16_t sample = row[i] * 257;
        memcpy(row + 2 * i, &sample, 2);
    }
}

static void set_transforms(cpng_reader *reader, int depth, int is_indexed) {
    png_structp png = reader->png;
    if (is_indexed) {
        png_set_packing(png);
        return;
    }
    if (depth == 16) {
        png_set_expand_16(png);
        uint16_t one = 1;
        if (*(uint8_t *)&one) png_set_swap(png);
    } else {
        png_set_expand(png);
        png_set_scale_16(png);
    }
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xFFFF, PNG_FILLER_AFTER);
}

/* A picture without interlace is read row by row, one with interlace in seven passes. */
static void read_all(cpng_reader *reader, int depth, uint8_t *pixels, size_t count) {
    png_structp png = reader->png;
    uint32_t width = png_get_image_width(png, reader->info);
    uint32_t height = png_get_image_height(png, reader->info);
    int is_indexed = png_get_color_type(png, reader->info) == PNG_COLOR_TYPE_PALETTE;
    set_transforms(reader, depth, is_indexed);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, reader->info);
    size_t stride = (size_t)width * 4 * (depth / 8);
    if (png_get_rowbytes(png, reader->info) != (is_indexed ? width : stride) ||
        count / stride != height || count % stride != 0)
        png_error(png, "the picture is not of the size it was said to be");
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t y = 0; y < height; y++) png_read_row(png, pixels + y * stride, NULL);
    png_read_end(png, reader->info);
    if (!is_indexed) return;
    uint8_t palette[4 * 256];
    int palette_count = collect_palette(reader, palette);
    for (uint32_t y = 0; y < height; y++) {
        paint_row(reader, pixels + y * stride, width, palette, palette_count);
        if (depth == 16) widen_row(pixels + y * stride, width);
    }
}

int cpng_read(cpng_reader *reader, int depth, uint8_t *pixels, size_t count, cpng_fault *fault) {
    if (setjmp(png_jmpbuf(reader->png))) return fail(reader, fault);
    read_all(reader, depth, pixels, count);
    return 0;
}

int cpng_skip(cpng_reader *reader, cpng_fault *fault) {
    if (setjmp(png_jmpbuf(reader->png))) return fail(reader, fault);
    int passes = png_set_interlace_handling(reader->png);
    png_read_update_info(reader->png, reader->info);
    uint32_t height = png_get_image_height(reader->png, reader->info);
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t y = 0; y < height; y++) png_read_row(reader->png, NULL, NULL);
    png_read_end(reader->png, reader->info);
    return 0;
}

/* What the file says */

void cpng_tell(const cpng_reader *reader, cpng_facts *facts) {
    png_structp png = reader->png;
    png_infop info = reader->info;
    *facts = (cpng_facts){0};
    facts->width = png_get_image_width(png, info);
    facts->height = png_get_image_height(png, info);
    facts->bit_depth = png_get_bit_depth(png, info);
    facts->color_type = png_get_color_type(png, info);
    facts->is_interlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
    int unit = -1, intent = -1;
    png_get_pHYs(png, info, &facts->pixels_x, &facts->pixels_y, &unit);
    png_get_sRGB(png, info, &intent);
    png_get_gAMA_fixed(png, info, &facts->gamma);
    int32_t *c = facts->chromaticities;
    facts->has_chromaticities = png_get_cHRM_fixed(png, info, &c[0], &c[1], &c[2], &c[3], &c[4],
                                                   &c[5], &c[6], &c[7]) != 0;
    facts->unit = unit;
    facts->intent = intent;
}

int cpng_text_count(const cpng_reader *reader) {
    int count = 0;
    png_get_text(reader->png, reader->info, NULL, &count);
    return count;
}

int cpng_text_at(const cpng_reader *reader, int index, cpng_text *text) {
    png_textp texts = NULL;
    int count = 0;
    png_get_text(reader->png, reader->info, &texts, &count);
    text->keyword = texts[index].key;
    text->text = texts[index].text;
    return texts[index].compression >= PNG_ITXT_COMPRESSION_NONE;
}

int cpng_profile(const cpng_reader *reader, const char **name, const uint8_t **bytes,
                 uint32_t *count) {
    png_charp profile_name = NULL;
    png_bytep profile = NULL;
    int compression = 0;
    if (!png_get_iCCP(reader->png, reader->info, &profile_name, &compression, &profile, count))
        return 0;
    *name = profile_name;
    *bytes = profile;
    return 1;
}

int cpng_warning_count(const cpng_reader *reader) { return reader->warning_count; }

const char *cpng_warning_at(const cpng_reader *reader, int index) {
    return reader->warnings[index];
}
