#ifndef RIVER_DATA_H
#define RIVER_DATA_H

/* Where the build puts the rivers, from the folder of the program; they are under the LGPL, so they are
   read from there and not linked in. */
const char *river_data_path(void);

#endif
