/* The gallery's own page. It speaks to designers, in English, and wears nothing of the theme. */
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "publish/gallery.h"
#include "theme/escape.h"
#include "theme/theme.h"

const char door_gallery_style[] =
    "body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#222;background:#fff}\n"
    ".page{max-width:88rem;margin:auto;padding:1rem 1.5rem 4rem}\n"
    "a{color:#0b4a6f}\n"
    "nav ul{columns:12rem;padding:0;list-style:none}\n"
    "nav li{padding:.15rem 0}\n"
    "section{border-top:2px solid #222;margin-top:3rem;padding-top:.5rem}\n"
    "h3{font-size:1rem;margin:2rem 0 .25rem}\n"
    ".code{font-family:monospace;font-size:.9rem;color:#555}\n"
    "dl{max-width:50rem}\ndt{font-weight:600}\ndd{margin:0 0 .4rem}\n"
    "pre{white-space:pre-wrap;background:#f4f4f4;padding:1rem}\n"
    ".grounds{display:flex;flex-wrap:wrap;gap:1rem}\n"
    ".ground{flex:1 1 22.5rem;resize:horizontal;overflow:hidden;border:1px solid #999;min-width:20rem;max-width:100%}\n"
    "iframe{display:block;width:100%;height:16rem;border:0}\n";

/* A frame is as high as what it shows; opened from disk, browsers don't tell, and it scrolls. */
const char door_gallery_script[] =
    "\"use strict\";\n"
    "for (const frame of document.querySelectorAll(\"iframe\")) {\n"
    "  const fit = () => {\n"
    "    try {\n"
    "      frame.style.height = 0;\n"
    "      frame.style.height = frame.contentDocument.documentElement.scrollHeight + 2 + \"px\";\n"
    "    } catch { return; }\n"
    "  };\n"
    "  frame.addEventListener(\"load\", fit);\n"
    "  new ResizeObserver(fit).observe(frame.parentElement);\n"
    "}\n";

const char door_gallery_picture[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 240\" width=\"320\" height=\"240\">"
    "<path fill=\"#c9ced4\" d=\"M0 0h320v240H0z\"/><circle cx=\"240\" cy=\"70\" r=\"30\" fill=\"#f4f5f6\"/>"
    "<path fill=\"#8d97a3\" d=\"M0 240 110 110l70 80 50-50 90 100z\"/></svg>\n";

/* What a README says first: the paragraph below its title. */
static void
write_purpose(struct door_buf *out, const char *readme)
{
    const char *start = readme ? strstr(readme, "\n\n") : NULL, *end;
    struct door_buf text = { 0 };

    if (!start)
        return;
    start += 2;
    end = strstr(start, "\n\n");
    door_buf_add(&text, start, end ? (size_t)(end - start) : strlen(start));
    door_buf_text(out, "<p>");
    door_html_text(out, door_buf_string(&text));
    door_buf_text(out, "</p>\n");
    door_buf_release(&text);
}

static void
write_parameters(struct door_buf *out, const struct door_component *component)
{
    size_t i;

    if (!component->parameter_count)
        return;
    door_buf_text(out, "<dl>\n");
    for (i = 0; i < component->parameter_count; i++) {
        door_buf_format(out, "<dt class=\"code\">%s</dt><dd>", component->parameters[i].name);
        door_html_text(out, component->parameters[i].help ? component->parameters[i].help : "");
        door_buf_text(out, "</dd>\n");
    }
    door_buf_text(out, "</dl>\n");
}

static void
write_frame(struct door_buf *out, const struct door_component *component, size_t number, bool dark)
{
    door_buf_format(out, "<div class=\"ground\"><iframe src=\"%s/%zu%s.html\" title=\"", component->name, number + 1,
            dark ? "-dark" : "");
    door_html_attribute(out, component->examples[number].name);
    door_buf_format(out, ", %s\"></iframe></div>\n", dark ? "dark" : "light");
}

static void
write_example(struct door_buf *out, const struct door_component *component, size_t number)
{
    const struct door_example *example = &component->examples[number];

    door_buf_text(out, "<h3>");
    door_html_text(out, example->name);
    door_buf_format(out, " <span class=\"code\">%s", example->code);
    if (!example->use) {
        door_buf_text(out, ": not a language of this offer</span></h3>\n");
        return;
    }
    door_buf_format(out, " <a href=\"%s/%zu.html\">%zu.html</a></span></h3>\n<div class=\"grounds\">\n",
            component->name, number + 1, number + 1);
    write_frame(out, component, number, false);
    write_frame(out, component, number, true);
    door_buf_text(out, "</div>\n");
}

static void
write_component(struct door_buf *out, const struct door_component *component)
{
    size_t i;

    door_buf_format(out, "<section id=\"%s\">\n<h2>%s</h2>\n", component->name, component->name);
    write_purpose(out, component->readme);
    write_parameters(out, component);
    if (component->readme) {
        door_buf_text(out, "<details><summary>README.md</summary><pre>");
        door_html_text(out, component->readme);
        door_buf_text(out, "</pre></details>\n");
    }
    for (i = 0; i < component->example_count; i++)
        write_example(out, component, i);
    door_buf_text(out, "</section>\n");
}

static void
write_contents(struct door_buf *out, const struct door_components *components)
{
    size_t i;

    door_buf_text(out, "<nav aria-label=\"Components\"><ul>\n");
    for (i = 0; i < components->count; i++)
        if (components->items[i].example_count)
            door_buf_format(out, "<li><a href=\"#%s\">%s</a></li>\n", components->items[i].name,
                    components->items[i].name);
    door_buf_text(out, "</ul></nav>\n");
}

/* Components that nobody wrote examples for: those of paper, mostly. */
static void
write_rest(struct door_buf *out, const struct door_components *components)
{
    size_t i, count = 0;

    for (i = 0; i < components->count; i++)
        if (!components->items[i].example_count)
            door_buf_format(out, "%s%s", count++ ? ", " : "<p>Without examples: ", components->items[i].name);
    if (count)
        door_buf_text(out, ".</p>\n");
}

void
door_gallery_page_write(struct door_buf *out, const struct door_theme *theme, const struct door_components *components)
{
    size_t i;

    door_buf_text(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"robots\" content=\"noindex\">\n<title>Components of the theme ");
    door_html_text(out, theme->name);
    door_buf_text(out, "</title>\n<link rel=\"stylesheet\" href=\"assets/gallery.css\">\n"
            "<script defer src=\"assets/gallery.js\"></script>\n</head>\n<body>\n<main class=\"page\">\n<h1>"
            "Components of the theme ");
    door_html_text(out, theme->name);
    door_buf_text(out, "</h1>\n<p>Each example is drawn by the theme's own templates, on light and on dark ground. "
            "Pull a frame's corner to see it narrower.</p>\n");
    write_contents(out, components);
    write_rest(out, components);
    for (i = 0; i < components->count; i++)
        if (components->items[i].example_count)
            write_component(out, &components->items[i]);
    door_buf_text(out, "</main>\n</body>\n</html>\n");
}
