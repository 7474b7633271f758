#include "basemap_data.h"

/* clang calls #embed a C23 extension. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char water[] = {
#embed "Water/water.bin"
};

const unsigned char *basemap_water(void) { return water; }

size_t basemap_water_size(void) { return sizeof water; }

static const unsigned char terrain[] = {
#embed "Terrain/terrain.bin"
};

const unsigned char *basemap_terrain(void) { return terrain; }

size_t basemap_terrain_size(void) { return sizeof terrain; }
