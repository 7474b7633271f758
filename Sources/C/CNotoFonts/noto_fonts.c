/* Links the Noto faces into the program, so that a map needs no font of the machine it is drawn on.
 *
 * Looked for in this order: the folders given with `-Xcc --embed-dir=FOLDER`, the folder of
 * Debian's and Ubuntu's package, the fonts folder of macOS. The files are not kept in the
 * repository; golden pictures hold for the version that `FontFace.isPinned` names.
 */
#include "noto_fonts.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define GIVEN(file) <file>
#define DEBIAN(file) </usr/share/fonts/truetype/noto/file>
#define MACOS(file) </Library/Fonts/file>

#if __has_embed(GIVEN(NotoSans-Regular.ttf))
#define NOTO(file) GIVEN(file)
#elif __has_embed(DEBIAN(NotoSans-Regular.ttf))
#define NOTO(file) DEBIAN(file)
#elif __has_embed(MACOS(NotoSans-Regular.ttf))
#define NOTO(file) MACOS(file)
#else
#error "The Noto fonts are missing: run Scripts/setup, install the package fonts-noto-core (Debian, Ubuntu), or put the static TTF files of Noto Sans into /Library/Fonts (macOS)"
#endif

static const unsigned char sans_regular[] = {
#embed NOTO(NotoSans-Regular.ttf)
};
static const unsigned char sans_bold[] = {
#embed NOTO(NotoSans-Bold.ttf)
};
static const unsigned char sans_italic[] = {
#embed NOTO(NotoSans-Italic.ttf)
};
static const unsigned char armenian_regular[] = {
#embed NOTO(NotoSansArmenian-Regular.ttf)
};
static const unsigned char armenian_bold[] = {
#embed NOTO(NotoSansArmenian-Bold.ttf)
};
static const unsigned char georgian_regular[] = {
#embed NOTO(NotoSansGeorgian-Regular.ttf)
};
static const unsigned char georgian_bold[] = {
#embed NOTO(NotoSansGeorgian-Bold.ttf)
};
static const unsigned char arabic_regular[] = {
#embed NOTO(NotoSansArabic-Regular.ttf)
};
static const unsigned char arabic_bold[] = {
#embed NOTO(NotoSansArabic-Bold.ttf)
};
static const unsigned char hebrew_regular[] = {
#embed NOTO(NotoSansHebrew-Regular.ttf)
};
static const unsigned char hebrew_bold[] = {
#embed NOTO(NotoSansHebrew-Bold.ttf)
};
static const unsigned char math_regular[] = {
#embed NOTO(NotoSansMath-Regular.ttf)
};

#define FONT(bytes) (struct noto_font) { bytes, sizeof bytes }

struct noto_font noto_font(enum noto_face face) {
    switch (face) {
    case NOTO_SANS_REGULAR: return FONT(sans_regular);
    case NOTO_SANS_BOLD: return FONT(sans_bold);
    case NOTO_SANS_ITALIC: return FONT(sans_italic);
    case NOTO_SANS_ARMENIAN_REGULAR: return FONT(armenian_regular);
    case NOTO_SANS_ARMENIAN_BOLD: return FONT(armenian_bold);
    case NOTO_SANS_GEORGIAN_REGULAR: return FONT(georgian_regular);
    case NOTO_SANS_GEORGIAN_BOLD: return FONT(georgian_bold);
    case NOTO_SANS_ARABIC_REGULAR: return FONT(arabic_regular);
    case NOTO_SANS_ARABIC_BOLD: return FONT(arabic_bold);
    case NOTO_SANS_HEBREW_REGULAR: return FONT(hebrew_regular);
    case NOTO_SANS_HEBREW_BOLD: return FONT(hebrew_bold);
    case NOTO_SANS_MATH_REGULAR: return FONT(math_regular);
    }
    return (struct noto_font) { NULL, 0 };
}
