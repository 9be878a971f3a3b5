#include "publish/codes_svg.h"

#include "base/buf.h"
#include "paper/code.h"

/* A number below 1,000, or what is behind it: there are hundreds of them in a code. */
static void
write_number(struct door_buf *out, int number)
{
    if (number >= 100)
        door_buf_char(out, (char)('0' + number / 100));
    if (number >= 10)
        door_buf_char(out, (char)('0' + number / 10 % 10));
    door_buf_char(out, (char)('0' + number % 10));
}

/* A row as one line through the middle of its modules: "M4 4.5h7m1 0h2". */
static void
write_row(struct door_buf *out, const unsigned char *row, int modules, int y)
{
    int x = 0, end = 0;

    door_buf_format(out, "M%d %d.5", DOOR_CODE_QUIET_ZONE, y);
    for (;;) {
        int start;

        while (x < modules && !row[x])
            x++;
        for (start = x; x < modules && row[x]; x++)
            ;
        if (x == start)
            return;
        if (start > end) {
            door_buf_char(out, 'm');
            write_number(out, start - end);
            door_buf_text(out, " 0");
        }
        door_buf_char(out, 'h');
        write_number(out, x - start);
        end = x;
    }
}

void
door_codes_svg_write(const struct door_code *const *codes, const char *const *ids, size_t count, struct door_buf *out)
{
    int modules = codes[0]->modules, side = modules + 2 * DOOR_CODE_QUIET_ZONE, y;
    size_t i;

    door_buf_format(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
            " shape-rendering=\"crispEdges\">", side, side * (int)count);
    for (i = 0; i < count; i++)
        door_buf_format(out, "<view id=\"%s\" viewBox=\"0 %d %d %d\"/>", ids[i], side * (int)i, side, side);
    door_buf_format(out, "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path stroke=\"#000\" d=\"", side,
            side * (int)count);
    for (i = 0; i < count; i++)
        for (y = 0; y < modules; y++)
            write_row(out, codes[i]->dark + y * modules, modules, side * (int)i + DOOR_CODE_QUIET_ZONE + y);
    door_buf_text(out, "\"/></svg>\n");
}
