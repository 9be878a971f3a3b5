#include "paper/display.h"

#include "base/buf.h"
#include "language/language.h"

const char *
door_structure_name(enum door_structure type)
{
    switch (type) {
    case DOOR_STRUCTURE_DOCUMENT: return "Document";
    case DOOR_STRUCTURE_SECT: return "Sect";
    case DOOR_STRUCTURE_H1: return "H1";
    case DOOR_STRUCTURE_H2: return "H2";
    case DOOR_STRUCTURE_H3: return "H3";
    case DOOR_STRUCTURE_H4: return "H4";
    case DOOR_STRUCTURE_P: return "P";
    case DOOR_STRUCTURE_BLOCKQUOTE: return "BlockQuote";
    case DOOR_STRUCTURE_L: return "L";
    case DOOR_STRUCTURE_LI: return "LI";
    case DOOR_STRUCTURE_LBL: return "Lbl";
    case DOOR_STRUCTURE_LBODY: return "LBody";
    case DOOR_STRUCTURE_TABLE: return "Table";
    case DOOR_STRUCTURE_TR: return "TR";
    case DOOR_STRUCTURE_TH: return "TH";
    case DOOR_STRUCTURE_TD: return "TD";
    case DOOR_STRUCTURE_SPAN: return "Span";
    case DOOR_STRUCTURE_LINK: return "Link";
    case DOOR_STRUCTURE_FIGURE: return "Figure";
    }
    return "Span";
}

const struct door_language *
door_display_language(const struct door_display *display, int element)
{
    for (; element >= 0; element = display->elements[element].parent)
        if (display->elements[element].language)
            return display->elements[element].language;
    return display->language;
}

static void
write_line(struct door_buf *out, const char *type, const char *language, const char *text)
{
    door_buf_format(out, "%s\t%s\t", type, language);
    for (; *text; text++)
        door_buf_char(out, *text == '\t' || *text == '\n' || *text == '\r' ? ' ' : *text);
    door_buf_char(out, '\n');
}

void
door_display_write_text(const struct door_display *display, struct door_buf *out)
{
    size_t i;

    for (i = 0; i < display->element_count; i++) {
        const struct door_element *element = &display->elements[i];
        const char *text = element->type == DOOR_STRUCTURE_FIGURE ? element->alt : element->text;

        if (text)
            write_line(out, door_structure_name(element->type), door_display_language(display, (int)i)->code, text);
    }
}
