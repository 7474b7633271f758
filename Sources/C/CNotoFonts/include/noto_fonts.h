#ifndef NOTO_FONTS_H
#define NOTO_FONTS_H
#endif
