#ifndef BASEMAP_DATA_H
#define BASEMAP_DATA_H

#include <stddef.h>

/* The bytes of Water/water.bin, linked into the program; it lives as long as the program. */
const unsigned char *basemap_water(void);
size_t basemap_water_size(void);

/* The bytes of Terrain/terrain.bin, as above. */
const unsigned char *basemap_terrain(void);
size_t basemap_terrain_size(void);

#endif
