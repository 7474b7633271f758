#ifndef GAZETTEER_DATA_H
#define GAZETTEER_DATA_H
#endif
