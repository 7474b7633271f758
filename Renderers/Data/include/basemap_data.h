#ifndef BASEMAP_DATA_H
#define BASEMAP_DATA_H
#endif
