/* How libpng's errors end: a jump to the function of this folder that called libpng. */
#ifndef CPNG_FAULT_H
#define CPNG_FAULT_H

#include "cpng_shim.h"

#include <png.h>

/* Fills a fault. Returns -1. */
int cpng_report(cpng_fault *fault, const char *text);

/* For png_create_..._struct; the error pointer is a cpng_fault. */
void cpng_on_error(png_structp png, png_const_charp text);
void cpng_on_warning(png_structp png, png_const_charp text);

/* Appends bytes to a buffer; 0 where memory is short. */
int cpng_append(cpng_buffer *buffer, const uint8_t *bytes, size_t count);

#endif
