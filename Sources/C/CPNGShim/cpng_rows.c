#include "cpng_rows.h"

#include <stdlib.h>
#include <string.h>

static size_t channels_of(const cpng_head *head) {
    return head->color_type == CPNG_RGB ? 3 : head->color_type == CPNG_RGBA ? 4 : 1;
}

size_t cpng_row_bytes(const cpng_head *head) {
    return ((size_t)head->width * channels_of(head) * head->bit_depth + 7) / 8;
}

/* Indexes */

/* Maps lie in runs: eight pixels like the eight before are not looked at one by one. */
void cpng_mark_used(const uint8_t *indexes, size_t count, uint8_t used[256]) {
    uint64_t last = 0;
    size_t i = 0;
    if (count >= 8) {
        memcpy(&last, indexes, 8);
        for (int k = 0; k < 8; k++) used[indexes[k]] = 1;
    }
    for (; i + 8 <= count; i += 8) {
        uint64_t eight;
        memcpy(&eight, indexes + i, 8);
        if (eight == last) continue;
        last = eight;
        for (int k = 0; k < 8; k++) used[indexes[i + k]] = 1;
    }
    for (; i < count; i++) used[indexes[i]] = 1;
}

static void remap_row(const uint8_t *indexes, size_t count, const uint8_t *remap, uint8_t *out) {
    uint64_t last = 0, mapped = remap[0] * 0x0101010101010101u;
    size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        uint64_t eight;
        memcpy(&eight, indexes + i, 8);
        if (eight != last) {
            uint8_t bytes[8];
            for (int k = 0; k < 8; k++) bytes[k] = remap[indexes[i + k]];
            memcpy(&mapped, bytes, 8);
            last = eight;
        }
        memcpy(out + i, &mapped, 8);
    }
    for (; i < count; i++) out[i] = remap[indexes[i]];
}

/* The leftmost pixel stands in the highest bits. */
static void pack_row(const uint8_t *indexes, size_t count, const uint8_t *remap, int bits,
                     uint8_t *out) {
    size_t in_byte = 8 / bits;
    for (size_t i = 0; i < count; i += in_byte) {
        unsigned byte = 0;
        for (size_t k = 0; k < in_byte; k++) {
            unsigned index = i + k < count ? indexes[i + k] : 0;
            if (remap && i + k < count) index = remap[index];
            byte = byte << bits | index;
        }
        *out++ = byte;
    }
}

static void lay_indexes(const cpng_head *head, const uint8_t *row, const uint8_t *remap,
                        uint8_t *out) {
    if (head->bit_depth < 8)
        pack_row(row, head->width, remap, head->bit_depth, out);
    else if (remap)
        remap_row(row, head->width, remap, out);
    else
        memcpy(out, row, head->width);
}

/* True colours: loops that C turns into vectors. */

int cpng_is_opaque(const uint8_t *pixels, size_t count) {
    uint8_t all = 255;
    for (size_t i = 0; i < count; i++) all &= pixels[4 * i + 3];
    return all == 255;
}

void cpng_drop_alpha(const uint8_t *pixels, size_t count, uint8_t *out) {
    for (size_t i = 0; i < count; i++, pixels += 4, out += 3) {
        out[0] = pixels[0];
        out[1] = pixels[1];
        out[2] = pixels[2];
    }
}

size_t cpng_changes(const uint8_t *pixels, size_t count, size_t step) {
    size_t changes = 0;
    for (size_t i = 1; i < count; i++) {
        const uint8_t *pixel = pixels + i * step;
        uint8_t difference = 0;
        for (size_t k = 0; k < step; k++) difference |= pixel[k] ^ pixel[k - step];
        changes += difference != 0;
    }
    return changes;
}

/* Filters: PNG Specification (Third Edition), section 9. */

static int paeth(int left, int up, int corner) {
    int estimate = left + up - corner;
    int to_left = abs(estimate - left), to_up = abs(estimate - up), to_corner = abs(estimate - corner);
    if (to_left <= to_up && to_left <= to_corner) return left;
    return to_up <= to_corner ? up : corner;
}

/* `step` is the bytes of a pixel; what lies left of the first pixel is 0. */
static void filter_row(int filter, const uint8_t *row, const uint8_t *up, size_t count, size_t step,
                       uint8_t *out) {
    for (size_t i = 0; i < step && i < count; i++) {
        static const uint8_t share_of_up[5] = {0, 0, 2, 1, 2};
        out[i] = row[i] - up[i] * share_of_up[filter] / 2;
    }
    switch (filter) {
    case 0: memcpy(out, row, count); break;
    case 1:
        for (size_t i = step; i < count; i++) out[i] = row[i] - row[i - step];
        break;
    case 2:
        for (size_t i = step; i < count; i++) out[i] = row[i] - up[i];
        break;
    case 3:
        for (size_t i = step; i < count; i++) out[i] = row[i] - (row[i - step] + up[i]) / 2;
        break;
    case 4:
        for (size_t i = step; i < count; i++)
            out[i] = row[i] - paeth(row[i - step], up[i], up[i - step]);
        break;
    }
}

/* The sum of the bytes as signed numbers without their signs: the least packs best, as a rule
   (section 12.7). */
static uint64_t weight(const uint8_t *row, size_t count) {
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++) sum += abs((int8_t)row[i]);
    return sum;
}

static void lay_filtered(const uint8_t *row, const uint8_t *up, size_t count, size_t step,
                         uint8_t *spare, uint8_t *out) {
    uint64_t least = UINT64_MAX;
    for (int filter = 0; filter < 5; filter++) {
        filter_row(filter, row, up, count, step, spare);
        uint64_t sum = weight(spare, count);
        if (sum >= least) continue;
        least = sum;
        *out = filter;
        memcpy(out + 1, spare, count);
    }
}

void cpng_lay_rows(const cpng_head *head, const uint8_t *pixels, const uint8_t *remap,
                   uint8_t *spare, uint8_t *out) {
    size_t count = cpng_row_bytes(head);
    size_t step = channels_of(head) * head->bit_depth / 8;
    size_t stride = head->color_type == CPNG_INDEXED ? head->width : count;
    for (uint32_t y = 0; y < head->height; y++, pixels += stride, out += 1 + count) {
        if (head->adaptive_filter && step > 0) {
            const uint8_t *up = y > 0 ? pixels - stride : spare + count;
            lay_filtered(pixels, up, count, step, spare, out);
            continue;
        }
        *out = 0;
        if (head->color_type == CPNG_INDEXED)
            lay_indexes(head, pixels, remap, out + 1);
        else
            memcpy(out + 1, pixels, count);
    }
}
