#include <string.h>

#include "content/po_file.h"

/*
 * gettext's expressions for the categories of CLDR 42, in CLDR's order (zero one two few many other), because
 * language/plural.c counts forms in that order. Languages whose millions have a form of their own ("many" of es, fr, it
 * and pt) have three. tests/unit/content/po_file_test.c proves them equal to ICU's rules.
 */
static const struct {
    const char *languages, *forms;
} table[] = {
    { " en de ur ta sv nl bg hu tr so el fi da nb sq ka kk az uz sw ml mr ne ps ku ",
        "nplurals=2; plural=(n != 1);" },
    { " fa hi gu bn pa ti am ln ak zu kn si ", "nplurals=2; plural=(n > 1);" },
    { " zh vi ja ko th id ms yo yue my lo km ", "nplurals=1; plural=0;" },
    { " pl ", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);" },
    { " uk ru be ", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 "
        ": 2);" },
    { " ro mo ", "nplurals=3; plural=(n==1 ? 0 : n==0 || (n!=1 && n%100>=1 && n%100<=19) ? 1 : 2);" },
    { " ar ", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 "
        "? 4 : 5);" },
    { " cs sk ", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);" },
    { " lt ", "nplurals=3; plural=(n%10==1 && (n%100<11 || n%100>19) ? 0 : n%10>=2 && n%10<=9 && (n%100<11 || n%100>19)"
        " ? 1 : 2);" },
    { " fr pt ", "nplurals=3; plural=(n==0 || n==1 ? 0 : n%1000000==0 ? 1 : 2);" },
    { " es it pt-PT ", "nplurals=3; plural=(n==1 ? 0 : n!=0 && n%1000000==0 ? 1 : 2);" },
};

static const char *
find_forms(const char *code, size_t size)
{
    char word[16];
    size_t i;

    if (size + 3 > sizeof word)
        return NULL;
    word[0] = word[size + 1] = ' ';
    word[size + 2] = '\0';
    memcpy(word + 1, code, size);
    for (i = 0; i < sizeof table / sizeof *table; i++)
        if (strstr(table[i].languages, word))
            return table[i].forms;
    return NULL;
}

const char *
door_po_plural_forms(const char *language)
{
    const char *forms = find_forms(language, strlen(language));

    if (!forms)
        forms = find_forms(language, strcspn(language, "-_"));
    return forms ? forms : "nplurals=2; plural=(n != 1);";
}
