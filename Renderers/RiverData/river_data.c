#include "river_data.h"

const char *river_data_path(void) { return "toponym_CRiverData.resources/Rivers/rivers.bin"; }
