#include "theme/tokens.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "base/yaml.h"
#include "model/schema.h"

/* Where the colour of that name is, or count. */
static size_t
index_of(const struct door_colour *colours, size_t count, const char *name)
{
    size_t i = 0;

    while (i < count && strcmp(colours[i].name, name) != 0)
        i++;
    return i;
}

static int
hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool
parse_rgb(const char *text, struct door_colour *colour)
{
    unsigned char *const parts[] = { &colour->red, &colour->green, &colour->blue };
    int i;

    if (strlen(text) != 7 || text[0] != '#')
        return false;
    for (i = 0; i < 3; i++) {
        int high = hex(text[1 + 2 * i]), low = hex(text[2 + 2 * i]);

        if (high < 0 || low < 0)
            return false;
        *parts[i] = (unsigned char)(high * 16 + low);
    }
    return true;
}

static unsigned char
percent(int part, int whole)
{
    return whole ? (unsigned char)((part * 100 + whole / 2) / whole) : 0;
}

/* The plain conversion: greys, black among them, are black ink alone, so that small text prints sharp. */
static void
derive_inks(struct door_colour *colour)
{
    int red = colour->red, green = colour->green, blue = colour->blue;
    int most = red > green ? red : green;

    if (blue > most)
        most = blue;
    colour->black = percent(255 - most, 255);
    colour->cyan = percent(most - red, most);
    colour->magenta = percent(most - green, most);
    colour->yellow = percent(most - blue, most);
}

static bool
read_inks(const struct door_node *cmyk, struct door_colour *colour)
{
    unsigned char *const inks[] = { &colour->cyan, &colour->magenta, &colour->yellow, &colour->black };
    const struct door_node *node = cmyk->children;
    size_t i;

    for (i = 0; i < DOOR_COUNT(inks); i++, node = node->next) {
        char *end;
        long ink;

        if (!node || node->type != DOOR_NODE_SCALAR)
            return false;
        ink = strtol(node->text, &end, 10);
        if (end == node->text || *end || ink < 0 || ink > 100)
            return false;
        *inks[i] = (unsigned char)ink;
    }
    return !node;
}

bool
door_colour_parse(const char *text, struct door_colour *colour)
{
    if (!parse_rgb(text, colour))
        return false;
    derive_inks(colour);
    return true;
}

static bool
read_colour(const struct door_node *node, struct door_colour *colour, struct door_diag *diag)
{
    const struct door_node *rgb = node->type == DOOR_NODE_MAP ? door_node_find(node, "rgb") : node;
    const struct door_node *cmyk = node->type == DOOR_NODE_MAP ? door_node_find(node, "cmyk") : NULL;

    if (!rgb || rgb->type != DOOR_NODE_SCALAR || !parse_rgb(rgb->text, colour)) {
        door_diag_error(diag, rgb ? rgb->place : node->place, "theme-colour",
                "Write \"#\" and six digits, in quotes: \"#0f5a5e\".", "\"%s\" is not a colour",
                rgb && rgb->text ? rgb->text : node->key);
        return false;
    }
    derive_inks(colour);
    if (!cmyk || read_inks(cmyk, colour))
        return true;
    door_diag_error(diag, cmyk->place, "theme-colour", "Write percents of the four inks: [90, 30, 40, 10].",
            "these are not the inks of a colour");
    return false;
}

static bool
check_name(const struct door_node *node, size_t count, struct door_diag *diag)
{
    if (!door_text_is_id(node->key)) {
        door_diag_error(diag, door_node_key_place(node), "theme-token", "Use lower-case letters, digits and hyphens.",
                "\"%s\" is not a name for a token", node->key);
        return false;
    }
    if (count < DOOR_TOKENS)
        return true;
    door_diag_error(diag, door_node_key_place(node),
            "theme-token", NULL, "there are more than %d of these", DOOR_TOKENS);
    return false;
}

/* dark: may only change what the light colours have. */
static bool
is_known(const struct door_tokens *tokens, struct door_arena *arena, const struct door_node *node,
        struct door_diag *diag)
{
    const char *names[DOOR_TOKENS];
    size_t i;

    for (i = 0; i < tokens->light_count; i++) {
        names[i] = tokens->light[i].name;
        if (strcmp(names[i], node->key) == 0)
            return true;
    }
    door_diag_error(diag, door_node_key_place(node), "theme-colour",
            door_text_did_you_mean(arena, node->key, names, tokens->light_count),
            "there is no colour \"%s\"", node->key);
    return false;
}

static void
add_colours(struct door_tokens *tokens, struct door_arena *arena, const struct door_node *map, bool dark,
        struct door_diag *diag)
{
    struct door_colour *colours = dark ? tokens->dark : tokens->light;
    size_t *count = dark ? &tokens->dark_count : &tokens->light_count, i;
    const struct door_node *node;

    for (node = map ? map->children : NULL; node; node = node->next) {
        struct door_colour colour = { .name = node->key };
        bool unread;

        if (!node->key || !check_name(node, *count, diag) || (dark && !is_known(tokens, arena, node, diag)))
            continue;
        i = index_of(colours, *count, node->key);
        unread = !read_colour(node, &colour, diag);
        if (unread && i < *count)
            continue;       /* that of the theme which is extended */
        (dark ? tokens->dark_unread : tokens->light_unread)[i] = unread;
        colours[i] = colour;
        (dark ? tokens->dark_places : tokens->light_places)[i] = node->place;
        *count += i == *count;
    }
}

/* What goes into the stylesheet as it is must not end a declaration. */
static bool
check_value(const struct door_node *node, struct door_diag *diag)
{
    if (node->type == DOOR_NODE_SCALAR && node->text[0] && !strpbrk(node->text, ";{}<\\\n"))
        return true;
    door_diag_error(diag, node->place, "theme-token", "Write one value of CSS.",
            "\"%s\" cannot stand in the stylesheet", node->text ? node->text : node->key);
    return false;
}

static void
add_token(struct door_property *list, size_t *count, const struct door_node *node, struct door_diag *diag)
{
    size_t i;

    if (!node || !check_name(node, *count, diag) || !check_value(node, diag))
        return;
    for (i = 0; i < *count && strcmp(list[i].name, node->key) != 0; i++)
        ;
    list[i] = (struct door_property){ node->key, node->text };
    *count += i == *count;
}

void
door_tokens_add(struct door_tokens *tokens, struct door_arena *arena, const struct door_node *theme,
        struct door_diag *diag)
{
    const struct door_node *fonts = door_node_find(theme, "fonts"), *node;

    add_colours(tokens, arena, door_node_find(theme, "colours"), false, diag);
    add_colours(tokens, arena, door_node_find(theme, "dark"), true, diag);
    for (node = fonts ? fonts->children : NULL; node; node = node->next)
        if (node->key)
            add_token(tokens->fonts, &tokens->font_count, node, diag);
    add_token(tokens->others, &tokens->other_count, door_node_find(theme, "space"), diag);
    add_token(tokens->others, &tokens->other_count, door_node_find(theme, "corner"), diag);
}

/* WCAG 2.2, "relative luminance": https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
static double
linear(unsigned char part)
{
    double value = part / 255.0;

    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double
luminance(const struct door_colour *colour)
{
    return 0.2126 * linear(colour->red) + 0.7152 * linear(colour->green) + 0.0722 * linear(colour->blue);
}

static double
contrast(const struct door_colour *a, const struct door_colour *b)
{
    double high = luminance(a), low = luminance(b);

    return high > low ? (high + 0.05) / (low + 0.05) : (low + 0.05) / (high + 0.05);
}

static const struct door_colour *
colour_on(const struct door_tokens *tokens, const char *name, bool dark, struct door_place *place)
{
    size_t i = index_of(tokens->dark, tokens->dark_count, name);

    if (dark && i < tokens->dark_count) {
        *place = tokens->dark_places[i];
        return &tokens->dark[i];
    }
    i = index_of(tokens->light, tokens->light_count, name);
    *place = tokens->light_places[i];
    return &tokens->light[i];
}

/* On either ground: what is wrong with one of them has been told. */
static bool
is_unread(const struct door_tokens *tokens, const char *name)
{
    size_t light = index_of(tokens->light, tokens->light_count, name);
    size_t dark = index_of(tokens->dark, tokens->dark_count, name);

    return (light < tokens->light_count && tokens->light_unread[light])
            || (dark < tokens->dark_count && tokens->dark_unread[dark]);
}

static struct door_place
place_of_pair(struct door_place pair, struct door_place front, struct door_place back, bool inherited)
{
    if (inherited && strcmp(front.file, pair.file) != 0)
        return front;
    return inherited && strcmp(back.file, pair.file) != 0 ? back : pair;
}

static void
check_pair(const struct door_tokens *tokens, struct door_arena *arena, const struct door_node *pair,
        bool inherited, struct door_diag *diag)
{
    const struct door_node *front = pair->children, *back = front ? front->next : NULL;
    int dark;

    if (!back || back->next || front->type != DOOR_NODE_SCALAR || back->type != DOOR_NODE_SCALAR) {
        door_diag_error(diag, pair->place, "theme-contrast", "Write [text, paper].", "a pair is two colours");
        return;
    }
    if (!is_known(tokens, arena, &(struct door_node){ .key = front->text, .place = front->place,
                    .key_line = front->place.line, .key_column = (unsigned)front->place.column }, diag)
            || !is_known(tokens, arena, &(struct door_node){ .key = back->text, .place = back->place,
                    .key_line = back->place.line, .key_column = (unsigned)back->place.column }, diag))
        return;
    for (dark = 0; dark < 2; dark++) {
        struct door_place place, ground;
        const struct door_colour *words = colour_on(tokens, front->text, dark, &place);
        const struct door_colour *paper = colour_on(tokens, back->text, dark, &ground);
        double ratio = contrast(words, paper);

        if (ratio < 4.5 && !is_unread(tokens, front->text) && !is_unread(tokens, back->text))
            door_diag_error(diag, place_of_pair(pair->place, place, ground, inherited), "theme-contrast",
                    "Make one of them darker or lighter: WCAG 2.2 asks for 4.5 to 1.",
                    "\"%s\" on \"%s\" has a contrast of %.2f to 1%s", front->text, back->text,
                    floor(ratio * 100) / 100, dark ? " where the device asks for dark" : "");
        if (!tokens->dark_count)
            break;
    }
}

void
door_tokens_check_pairs(const struct door_tokens *tokens, struct door_arena *arena, const struct door_node *theme,
        bool inherited, struct door_diag *diag)
{
    const struct door_node *pairs = door_node_find(theme, "pairs"), *pair;

    for (pair = pairs ? pairs->children : NULL; pair; pair = pair->next)
        check_pair(tokens, arena, pair, inherited, diag);
}

static void
write_colours(struct door_buf *out, const struct door_colour *colours, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        door_buf_format(out, "--colour-%s:#%02x%02x%02x;", colours[i].name, colours[i].red, colours[i].green,
                colours[i].blue);
}

void
door_tokens_write(const struct door_tokens *tokens, struct door_buf *out)
{
    size_t i;

    door_buf_text(out, ":root{");
    write_colours(out, tokens->light, tokens->light_count);
    for (i = 0; i < tokens->font_count; i++)
        door_buf_format(out, "--font-%s:%s;", tokens->fonts[i].name, tokens->fonts[i].value);
    for (i = 0; i < tokens->other_count; i++)
        door_buf_format(out, "--%s:%s;", tokens->others[i].name, tokens->others[i].value);
    door_buf_text(out, "}\n");
    if (!tokens->dark_count)
        return;
    door_buf_text(out, "@media (prefers-color-scheme:dark){:root{");
    write_colours(out, tokens->dark, tokens->dark_count);
    door_buf_text(out, "}}\n");
}
