#include "gazetteer_data.h"
