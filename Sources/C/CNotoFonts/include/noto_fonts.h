/* The Noto faces that are linked into the program, byte for byte as their package ships them. */
#ifndef NOTO_FONTS_H
#define NOTO_FONTS_H

#include <stddef.h>

enum noto_face {
    NOTO_SANS_REGULAR,
    NOTO_SANS_BOLD,
    NOTO_SANS_ITALIC,
    NOTO_SANS_ARMENIAN_REGULAR,
    NOTO_SANS_ARMENIAN_BOLD,
    NOTO_SANS_GEORGIAN_REGULAR,
    NOTO_SANS_GEORGIAN_BOLD,
    NOTO_SANS_ARABIC_REGULAR,
    NOTO_SANS_ARABIC_BOLD,
    NOTO_SANS_HEBREW_REGULAR,
    NOTO_SANS_HEBREW_BOLD,
    NOTO_SANS_MATH_REGULAR
};

/* A font file in memory; `bytes` lives as long as the program and is never written. */
struct noto_font {
    const unsigned char *bytes;
    size_t count;
};

/* The file of a face; no bytes for a number that names none. */
struct noto_font noto_font(enum noto_face face);

#endif
