/* Pictures are made here byte by byte, and damaged in turn. */
#include "content/media.h"
#include "content/svg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/diag.h"

#define COUNT(array) (sizeof (array) / sizeof *(array))

/* --- making pictures --- */

static void
add_number(struct door_buf *out, uint32_t value, int bytes)
{
    while (bytes--)
        door_buf_char(out, (char)(value >> (8 * bytes)));
}

/* CRC-32 as the PNG specification writes it, bit by bit: not the way that media.c goes. */
static uint32_t
crc(const char *bytes, size_t size)
{
    uint32_t sum = 0xffffffff;
    size_t i;
    int bit;

    for (i = 0; i < size; i++) {
        sum ^= (unsigned char)bytes[i];
        for (bit = 0; bit < 8; bit++)
            sum = sum & 1 ? 0xedb88320 ^ (sum >> 1) : sum >> 1;
    }
    return ~sum;
}

static void
add_chunk(struct door_buf *out, const char *type, const char *data, size_t size)
{
    size_t start;

    add_number(out, (uint32_t)size, 4);
    start = out->size;
    door_buf_add(out, type, 4);
    door_buf_add(out, data, size);
    add_number(out, crc(out->data + start, size + 4), 4);
}

static void
make_png(struct door_buf *out, uint32_t width, uint32_t height)
{
    struct door_buf head = { 0 };

    add_number(&head, width, 4);
    add_number(&head, height, 4);
    door_buf_add(&head, "\x08\x02\x00\x00\x00", 5);
    door_buf_add(out, "\x89PNG\r\n\x1a\n", 8);
    add_chunk(out, "IHDR", head.data, head.size);
    add_chunk(out, "IDAT", "packed data", 11);
    add_chunk(out, "IEND", "", 0);
    door_buf_release(&head);
}

static void
make_jpeg(struct door_buf *out, uint32_t width, uint32_t height)
{
    door_buf_add(out, "\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00", 20);
    door_buf_add(out, "\xFF\xC0\x00\x0B\x08", 5);
    add_number(out, height, 2);
    add_number(out, width, 2);
    door_buf_add(out, "\x01\x01\x11\x00", 4);
    door_buf_add(out, "\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00", 10);
    door_buf_add(out, "data\xFF\x00more\xFF\xD0last\xFF\xD9", 18);
}

/* What is said of these bytes under this name: the id, or "". */
static const char *
told(const char *file, const char *bytes, size_t size)
{
    static char id[100];
    struct door_diag *diag = door_diag_open();
    bool ok = door_media_check_bytes(file, bytes, size, diag);
    const struct door_problem *problems;
    size_t count;

    problems = door_diag_problems(diag, &count);
    assert_int_equal(count, !ok);
    id[0] = '\0';
    if (count)
        strncat(id, problems[0].id, sizeof id - 1);
    door_diag_close(diag);
    return id;
}

/* --- tests --- */

static void
whole_pictures_pass(void **state)
{
    struct door_buf png = { 0 }, jpeg = { 0 };

    (void)state;
    make_png(&png, 640, 480);
    make_jpeg(&jpeg, 640, 480);
    assert_string_equal(told("media/x.png", png.data, png.size), "");
    assert_string_equal(told("media/x.PNG", png.data, png.size), "");
    assert_string_equal(told("media/x.jpg", jpeg.data, jpeg.size), "");
    assert_string_equal(told("media/x.jpeg", jpeg.data, jpeg.size), "");
    door_buf_release(&png);
    door_buf_release(&jpeg);
}

static void
a_picture_cut_off_anywhere_is_refused(void **state)
{
    struct door_buf png = { 0 }, jpeg = { 0 };
    size_t size;

    (void)state;
    make_png(&png, 640, 480);
    make_jpeg(&jpeg, 640, 480);
    for (size = 0; size < png.size; size++)
        assert_string_not_equal(told("media/x.png", png.data, size), "");
    for (size = 0; size < jpeg.size; size++)
        assert_string_not_equal(told("media/x.jpg", jpeg.data, size), "");
    assert_string_equal(told("media/x.png", png.data, png.size - 1), "media-damaged");
    assert_string_equal(told("media/x.jpg", jpeg.data, jpeg.size - 1), "media-damaged");
    door_buf_release(&png);
    door_buf_release(&jpeg);
}

static void
each_changed_byte_of_a_png_is_seen(void **state)
{
    struct door_buf png = { 0 };
    size_t i;

    (void)state;
    make_png(&png, 640, 480);
    for (i = 0; i < png.size; i++) {
        png.data[i] ^= 0x20;
        if (told("media/x.png", png.data, png.size)[0] == '\0')
            fail_msg("byte %zu", i);
        png.data[i] ^= 0x20;
    }
    door_buf_release(&png);
}

static void
no_changed_byte_of_a_jpeg_leads_out_of_it(void **state)
{
    struct door_buf jpeg = { 0 };
    size_t i;
    int value;

    (void)state;
    make_jpeg(&jpeg, 640, 480);
    for (i = 0; i < jpeg.size; i++) {
        char before = jpeg.data[i];

        for (value = 0; value < 256; value += 5) {
            jpeg.data[i] = (char)value;
            told("media/x.jpg", jpeg.data, jpeg.size);      /* sanitised builds watch what is read */
        }
        jpeg.data[i] = before;
    }
    door_buf_release(&jpeg);
}

static void
a_picture_that_no_phone_could_unpack_is_refused(void **state)
{
    static const struct {
        uint32_t width, height;
        const char *told;
    } sizes[] = {
        { 12000, 4000, "" },
        { 12001, 1, "media-large" },
        { 8000, 8000, "media-large" },
        { 0x7fffffff, 0x7fffffff, "media-large" },
        { 0, 10, "media-damaged" },
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(sizes); i++) {
        struct door_buf png = { 0 };

        make_png(&png, sizes[i].width, sizes[i].height);
        assert_string_equal(told("media/x.png", png.data, png.size), sizes[i].told);
        door_buf_release(&png);
    }
}

static void
a_picture_of_65535_pixels_is_refused_as_jpeg_too(void **state)
{
    struct door_buf jpeg = { 0 };

    (void)state;
    make_jpeg(&jpeg, 65535, 65535);
    assert_string_equal(told("media/x.jpg", jpeg.data, jpeg.size), "media-large");
    door_buf_release(&jpeg);
}

static void
a_picture_is_what_its_name_says(void **state)
{
    static const struct {
        const char *file, *bytes;
    } files[] = {
        { "media/x.png", "GIF89a" },
        { "media/x.jpg", "RIFF\1\1\1\1WEBPVP8 " },
        { "media/x.jpg", "\1\1\1\1ftypheic" },
        { "media/x.png", "%PDF-1.7" },
        { "media/x.png", "hello" },
        { "media/x.gif", "GIF89a" },
        { "media/x.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>" },
        { "media/x.svg", "\x89PNG\r\n\x1a\n" },
        { "media/x.svgz", "\x1f\x8b" },
    };
    struct door_buf png = { 0 };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(files); i++)
        if (strcmp(told(files[i].file, files[i].bytes, strlen(files[i].bytes)), "media-type") != 0)
            fail_msg("%s: %s", files[i].file, files[i].bytes);
    make_png(&png, 1, 1);
    assert_string_equal(told("media/x.jpg", png.data, png.size), "media-type");
    assert_string_equal(told("media/x", png.data, png.size), "media-type");
    door_buf_release(&png);
}

#define SVG(inside) "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">" \
    inside "</svg>"

static const struct {
    const char *bytes, *told;
} drawings[] = {
    { SVG("<path d=\"M0 0h10v10z\" fill=\"#005eb8\"/>"), "" },
    { "\xEF\xBB\xBF\n" SVG(""), "" },
    { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a program -->\n" SVG("<title>x</title>"), "" },
    { SVG("<style>.a { fill: url(#b) }</style><use href=\"#a\"/><use xlink:href=\"#a\"/>"), "" },
    { SVG("<g xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" i:path=\"C:\\x.svg\"/>"), "" },
    { SVG("<script>x()</script>"), "media-svg" },
    { SVG("<g xmlns:s=\"http://www.w3.org/2000/svg\"><s:script>x()</s:script></g>"), "media-svg" },
    { SVG("<path onclick=\"x()\"/>"), "media-svg" },
    { SVG("<a href=\"javascript:x()\"/>"), "media-svg" },
    { SVG("<a xlink:href=\"https://t.example/\"/>"), "media-svg" },
    { SVG("<image href=\"https://t.example/a.png\"/>"), "media-svg" },
    { SVG("<image xlink:href=\"data:image/png;base64,AAAA\"/>"), "media-svg" },
    { SVG("<use href=\"other.svg#a\"/>"), "media-svg" },
    { SVG("<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>"), "media-svg" },
    { SVG("<set attributeName=\"href\" to=\"javascript:x()\"/>"), "media-svg" },
    { SVG("<path style=\"fill: url(https://t.example/a.svg#b)\"/>"), "media-svg" },
    { SVG("<path fill=\"url( 'https://t.example/a.svg#b')\"/>"), "media-svg" },
    { SVG("<path style=\"fill: \\75rl(x)\"/>"), "media-svg" },
    { SVG("<style>@import \"https://t.example/a.css\";</style>"), "media-svg" },
    { SVG("<path style=\"fill: URL(https://t.example/a.svg#b)\"/>"), "media-svg" },
    { SVG("<style>@IMPORT 'a.css';</style>"), "media-svg" },
    { SVG("<path style=\"mask-image: image-set('https://t.example/a.png' 1x)\"/>"), "media-svg" },
    { SVG("<style><![CDATA[ @font-face { src: url(a.woff) } ]]></style>"), "media-svg" },
    { SVG("<g xml:base=\"https://t.example/\"/>"), "media-svg" },
    { "<?xml-stylesheet href=\"a.css\"?>" SVG(""), "media-svg" },
    { "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/x.dtd\">" SVG(""), "media-svg" },
    { "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" SVG("&b;"), "media-svg" },
    { "<html><body>x</body></html>", "media-svg" },
    { "<svg><path/></svg>", "media-svg" },
    { SVG("<path"), "media-damaged" },
    { SVG("&x;"), "media-damaged" },
    { "<svg xmlns=\"http://www.w3.org/2000/svg\"><g>", "media-damaged" },
};

static void
a_drawing_that_runs_or_loads_is_refused_and_a_plain_one_is_not(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(drawings); i++) {
        const char *id = told("media/x.svg", drawings[i].bytes, strlen(drawings[i].bytes));

        if (strcmp(id, drawings[i].told) != 0)
            fail_msg("%s: \"%s\"", drawings[i].bytes, id);
    }
}

static void
a_drawing_nested_without_end_is_refused(void **state)
{
    struct door_buf drawing = { 0 };
    int i;

    (void)state;
    door_buf_text(&drawing, "<svg xmlns=\"http://www.w3.org/2000/svg\">");
    for (i = 0; i < 100000; i++)
        door_buf_text(&drawing, "<g>");
    assert_string_equal(told("media/x.svg", drawing.data, drawing.size), "media-svg");
    door_buf_release(&drawing);
}

static void
the_form_of_a_drawing_is_read_off_it(void **state)
{
    static const struct {
        const char *bytes;
        double width, height;
    } forms[] = {
        { "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 180\"/>", 240, 180 },
        { "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"99\" viewBox=\"-4, -4, 30, 20.5\"/>", 30, 20.5 },
        { "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 20\" width=\"9\" height=\"9\"/>", 30, 20 },
        { "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64px\" height=\"48px\"><svg width=\"9\"/></svg>", 64, 48 },
        { "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" height=\"50%\"/>", 4, 3 },
        { "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 0 nan\" width=\"-4\" height=\"inf\"/>", 4, 3 },
        { "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"1 2\"/>", 4, 3 },
        { "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 4, 3 },
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(forms); i++) {
        double width = 0, height = 0;

        door_svg_measure(forms[i].bytes, strlen(forms[i].bytes), &width, &height);
        if (width != forms[i].width || height != forms[i].height)
            fail_msg("%s: %g times %g", forms[i].bytes, width, height);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_pictures_pass),
        cmocka_unit_test(a_picture_cut_off_anywhere_is_refused),
        cmocka_unit_test(each_changed_byte_of_a_png_is_seen),
        cmocka_unit_test(no_changed_byte_of_a_jpeg_leads_out_of_it),
        cmocka_unit_test(a_picture_that_no_phone_could_unpack_is_refused),
        cmocka_unit_test(a_picture_of_65535_pixels_is_refused_as_jpeg_too),
        cmocka_unit_test(a_picture_is_what_its_name_says),
        cmocka_unit_test(a_drawing_that_runs_or_loads_is_refused_and_a_plain_one_is_not),
        cmocka_unit_test(a_drawing_nested_without_end_is_refused),
        cmocka_unit_test(the_form_of_a_drawing_is_read_off_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
