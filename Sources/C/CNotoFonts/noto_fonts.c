#include "noto_fonts.h"
