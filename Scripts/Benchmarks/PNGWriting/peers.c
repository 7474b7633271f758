/* Times libpng as it is by default: peers PICTURE SIZE REPEATS. One line a task as in peers.py. */
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned char *out;
static size_t length;

static void append(png_structp png, png_bytep bytes, size_t count) {
    (void)png;
    memcpy(out + length, bytes, count);
    length += count;
}

static void flush(png_structp png) { (void)png; }

static unsigned char *contents(const char *picture, const char *ending, size_t *count) {
    char path[4096];
    snprintf(path, sizeof path, "%s.%s", picture, ending);
    FILE *file = fopen(path, "rb");
    if (!file) exit(1);
    fseek(file, 0, SEEK_END);
    *count = ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(*count);
    if (fread(bytes, 1, *count, file) != *count) exit(1);
    fclose(file);
    return bytes;
}

static void encode(const unsigned char *pixels, int size, int step, const png_color *palette,
                   int colors) {
    length = 0;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, NULL, append, flush);
    png_set_IHDR(png, info, size, size, 8,
                 palette ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (palette) png_set_PLTE(png, info, palette, colors);
    png_write_info(png, info);
    for (int y = 0; y < size; y++) png_write_row(png, pixels + (size_t)y * size * step);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1e3 + time.tv_nsec * 1e-6;
}

static void run(const char *name, int repeats, const unsigned char *pixels, int size, int step,
                const png_color *palette, int colors) {
    int count = size < 1024 ? 64 : 1;
    double best = 1e9;
    for (int i = 0; i < repeats; i++) {
        double start = now();
        for (int k = 0; k < count; k++) encode(pixels, size, step, palette, colors);
        double each = (now() - start) / count;
        if (each < best) best = each;
    }
    printf("%s\t%.4f\t%zu\n", name, best, length);
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    int size = atoi(argv[2]), repeats = atoi(argv[3]);
    size_t count;
    unsigned char *rgba = contents(argv[1], "rgba", &count);
    out = malloc(count + count / 8 + (1 << 16));
    unsigned char *indexes = contents(argv[1], "indexes", &count);
    png_color *palette = (png_color *)contents(argv[1], "palette", &count);
    run("libpng, RGBA", repeats, rgba, size, 4, NULL, 0);
    run("libpng, indexes", repeats, indexes, size, 1, palette, count / 3);
    return 0;
}
