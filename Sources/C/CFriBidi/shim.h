#include <fribidi.h>

/* The version text: a variable in the library, which Swift takes for shared mutable state. */
static inline const char *cfribidi_version_text(void) {
    return fribidi_version_info;
}
