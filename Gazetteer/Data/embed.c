// Links the curated tables into the program.

#include "gazetteer_data.h"

// #embed is C23; clang takes it in any C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char pack_tsv[] = {
#embed "Tables/pack.tsv"
};
static const unsigned char places_tsv[] = {
#embed "Tables/places.tsv"
};
static const unsigned char names_tsv[] = {
#embed "Tables/names.tsv"
};
static const unsigned char memberships_tsv[] = {
#embed "Tables/memberships.tsv"
};
static const unsigned char lines_tsv[] = {
#embed "Tables/lines.tsv"
};
static const unsigned char perspectives_tsv[] = {
#embed "Tables/perspectives.tsv"
};
static const unsigned char contested_tsv[] = {
#embed "Tables/contested.tsv"
};
static const unsigned char credits_tsv[] = {
#embed "Tables/credits.tsv"
};
static const unsigned char not_places_tsv[] = {
#embed "Tables/not-places.tsv"
};

static const gazetteer_table tables[] = {
    {"pack.tsv", pack_tsv, sizeof pack_tsv},
    {"places.tsv", places_tsv, sizeof places_tsv},
    {"names.tsv", names_tsv, sizeof names_tsv},
    {"memberships.tsv", memberships_tsv, sizeof memberships_tsv},
    {"lines.tsv", lines_tsv, sizeof lines_tsv},
    {"perspectives.tsv", perspectives_tsv, sizeof perspectives_tsv},
    {"contested.tsv", contested_tsv, sizeof contested_tsv},
    {"credits.tsv", credits_tsv, sizeof credits_tsv},
    {"not-places.tsv", not_places_tsv, sizeof not_places_tsv},
};

size_t gazetteer_table_count(void) { return sizeof tables / sizeof tables[0]; }

gazetteer_table gazetteer_table_at(size_t index) { return tables[index]; }
