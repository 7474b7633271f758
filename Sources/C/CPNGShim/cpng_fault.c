#include "cpng_fault.h"

#include <libdeflate.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

int cpng_report(cpng_fault *fault, const char *text) {
    strncpy(fault->text, text, CPNG_MESSAGE_SIZE - 1);
    fault->text[CPNG_MESSAGE_SIZE - 1] = 0;
    return -1;
}

void cpng_on_error(png_structp png, png_const_charp text) {
    cpng_report(png_get_error_ptr(png), text);
    longjmp(png_jmpbuf(png), 1);
}

void cpng_on_warning(png_structp png, png_const_charp text) {
    (void)png;
    (void)text;
}

int cpng_append(cpng_buffer *buffer, const uint8_t *bytes, size_t count) {
    if (count > buffer->capacity - buffer->count) {
        size_t capacity = buffer->capacity ? buffer->capacity : 1 << 14;
        while (capacity - buffer->count < count) {
            if (capacity > SIZE_MAX / 2) return 0;
            capacity *= 2;
        }
        uint8_t *grown = realloc(buffer->bytes, capacity);
        if (!grown) return 0;
        buffer->bytes = grown;
        buffer->capacity = capacity;
    }
    memcpy(buffer->bytes + buffer->count, bytes, count);
    buffer->count += count;
    return 1;
}

void cpng_free(cpng_buffer *buffer) {
    free(buffer->bytes);
    *buffer = (cpng_buffer){0};
}

const char *cpng_libpng_version(void) { return png_get_libpng_ver(NULL); }

const char *cpng_libdeflate_version(void) { return LIBDEFLATE_VERSION_STRING; }
