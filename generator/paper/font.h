/*
 * font - the font files that print uses, and what a painter must know of a face.
 */
#ifndef DOOR_PAPER_FONT_H
#define DOOR_PAPER_FONT_H

struct door_face {          /* one font file at any size; lives as long as its press */
    const char *name;       /* PostScript name, "NotoSans-Regular" */
    const char *file;
    int number;             /* its rank among the press's faces: the order in which painters write them */
    void *hb_face;          /* hb_face_t *: only paper/ and publish/pdf_font.c look inside */
};

#endif
