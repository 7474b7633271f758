// Links the default pack into the program.

#include "gazetteer_data.h"

// #embed is C23; clang takes it in any C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char default_pack[] __attribute__((aligned(16))) = {
#embed "Packs/default.pack"
};

gazetteer_bytes gazetteer_default_pack(void) {
    return (gazetteer_bytes){default_pack, sizeof default_pack};
}
