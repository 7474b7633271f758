#include "basemap_data.h"
