#include "boundaries_data.h"
