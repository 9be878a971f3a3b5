#include "publish/recipe.h"

#include <link.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/yaml.h"
#include "language/language.h"
#include "paper/font.h"
#include "paper/press.h"
#include "theme/theme.h"

/* A text and the NUL behind it; NULL is another text than "". */
static void
write_text(struct door_buf *out, const char *text)
{
    if (text)
        door_buf_add(out, text, strlen(text) + 1);
    else
        door_buf_add(out, "\1", 2);
}

/* A file that is not read for this: whoever changes it changes its size or its time. */
static void
write_file(struct door_buf *out, const char *path)
{
    struct stat status = { 0 };

    write_text(out, path);
    if (stat(path, &status) == 0)
        door_buf_format(out, "%lld %lld.%09ld", (long long)status.st_size, (long long)status.st_mtim.tv_sec,
                status.st_mtim.tv_nsec);
    door_buf_char(out, '\0');
}

/* Append the GNU build id among these notes (elf(5), "Notes"); false if none of them is one. */
static bool
write_build_id(struct door_buf *out, const char *notes, size_t size)
{
    while (size >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) note;
        size_t name, descriptor;

        memcpy(&note, notes, sizeof note);
        name = ((size_t)note.n_namesz + 3) & ~(size_t)3;
        descriptor = ((size_t)note.n_descsz + 3) & ~(size_t)3;
        if (size - sizeof note < name || size - sizeof note - name < descriptor)
            return false;
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && memcmp(notes + sizeof note, "GNU", 4) == 0) {
            door_buf_add(out, notes + sizeof note + name, note.n_descsz);
            return true;
        }
        notes += sizeof note + name + descriptor;
        size -= sizeof note + name + descriptor;
    }
    return false;
}

static int
write_object(struct dl_phdr_info *object, size_t size, void *to)
{
    bool found = false;
    int i;

    (void)size;
    for (i = 0; i < object->dlpi_phnum && !found; i++)
        if (object->dlpi_phdr[i].p_type == PT_NOTE)
            found = write_build_id(to, (const char *)(object->dlpi_addr + object->dlpi_phdr[i].p_vaddr),
                    object->dlpi_phdr[i].p_memsz);
    if (!found)
        write_file(to, object->dlpi_name[0] ? object->dlpi_name : "/proc/self/exe");
    return 0;
}

void
door_recipe_write_program(struct door_buf *out)
{
    dl_iterate_phdr(write_object, out);
}

void
door_recipe_write_machine(struct door_buf *out)
{
    const char *file;
    size_t i;

    door_recipe_write_program(out);
    for (i = 0; (file = door_fonts_file(i)); i++)
        write_file(out, file);
}

static void
write_node(struct door_buf *out, const struct door_node *node)
{
    const struct door_node *child;

    door_buf_char(out, "slm"[node->type]);
    write_text(out, node->key);
    write_text(out, node->text);
    for (child = node->children; child; child = child->next)
        write_node(out, child);
    door_buf_char(out, '.');
}

void
door_recipe_write_theme(struct door_buf *out, const struct door_theme *theme)
{
    size_t i;

    for (i = 0; i < theme->colour_count; i++) {
        const struct door_colour *colour = &theme->colours[i];

        write_text(out, colour->name);
        door_buf_format(out, "%d %d %d %d %d %d %d", colour->red, colour->green, colour->blue, colour->cyan,
                colour->magenta, colour->yellow, colour->black);
        door_buf_char(out, '\0');
    }
    if (theme->print)
        write_node(out, theme->print);
    door_buf_format(out, "%a", theme->brand.corner);
    write_text(out, theme->brand.logo);
    for (i = 0; i < theme->brand.face_count; i++)
        door_buf_format(out, "%s %d %016llx", theme->brand.faces[i].family, theme->brand.faces[i].bold,
                (unsigned long long)door_hash(theme->brand.faces[i].bytes, theme->brand.faces[i].size));
    door_buf_char(out, '\0');
}

static void
write_language(struct door_buf *out, const struct door_language *language)
{
    write_text(out, language->code);
    door_buf_char(out, language->right_to_left ? '<' : '>');
}

void
door_recipe_write_setup(struct door_buf *out, const struct door_paper_setup *setup, struct door_date date)
{
    write_text(out, setup->style);
    write_text(out, setup->title);
    write_language(out, setup->language);
    write_language(out, &setup->languages->items[0]);   /* page numbers are set in it */
    door_buf_format(out, "%a %a %d %d-%d-%d", setup->width_mm, setup->height_mm, setup->pages, date.year, date.month,
            date.day);
    door_buf_char(out, '\0');
}

static void
write_open(void *to, const char *name, const struct door_attribute *attributes, size_t count)
{
    size_t i;

    door_buf_char(to, '(');
    write_text(to, name);
    for (i = 0; i < count; i++) {
        door_buf_char(to, '=');
        write_text(to, attributes[i].name);
        write_text(to, attributes[i].value);
    }
}

static void
write_words(void *to, const char *text, const struct door_language *language)
{
    door_buf_char(to, '"');
    write_language(to, language);
    write_text(to, text);
}

static void
write_close(void *to, const char *name)
{
    door_buf_char(to, ')');
    write_text(to, name);
}

const struct door_sink door_recipe_sink = { write_open, write_words, write_close };
