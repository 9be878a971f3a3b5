#include <string.h>

#include "content/po_file.h"

/*
 * The rules of CLDR 42 for whole numbers (unicode.org/cldr, common/supplemental/plurals.xml) as gettext's expressions.
 * Forms come in CLDR's order, zero one two few many other, because language/plural.c counts them so; a category that
 * takes decimals or whole millions alone has none. A language that CLDR has no rules for has one form.
 * tests/unit/content/po_file_test.c proves all of it equal to ICU's rules.
 */
static const struct {
    const char *languages, *forms;
} table[] = {
    { " af an asa ast az bal bem bez bg brx ca ce cgg chr ckb da de dv ee el en eo es et eu fi fo fur fy gl"
        " gsw ha haw hu ia io it jgo jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg lij mas mgo ml mn mr nb nd "
        "ne nl nn nnh no nr ny nyn om or os pap ps pt-PT rm rof rwk saq sc scn sd sdh seh sn so sq ss ssy st "
        "sv sw syr ta te teo tig tk tn tr ts ug ur uz ve vec vo vun wae xh xog yi ",
        "nplurals=2; plural=(n != 1);" },
    { " ak am as bho bn doi fa ff fr gu hi hy kab kn ln mg nso pa pcm pt si ti wa zu ",
        "nplurals=2; plural=(n > 1);" },
    { " is mk ", "nplurals=2; plural=(n%10!=1 || n%100==11);" },
    { " ceb fil ", "nplurals=2; plural=(n%10==4 || n%10==6 || n%10==9);" },
    { " tzm ", "nplurals=2; plural=(n>1 && (n<11 || n>99));" },
    { " pl ", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);" },
    { " be bs hr ru sr uk ",
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : "
        "2);" },
    { " cs sk ", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);" },
    { " lt ",
        "nplurals=3; plural=(n%10==1 && (n%100<11 || n%100>19) ? 0 : n%10>=2 && n%10<=9 && (n%100<11 || "
        "n%100>19) ? 1 : 2);" },
    { " lv prg ", "nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 ? 1 : 2);" },
    { " mo ro ", "nplurals=3; plural=(n==1 ? 0 : n==0 || (n!=1 && n%100>=1 && n%100<=19) ? 1 : 2);" },
    { " he iu naq sat se sma smj smn sms ", "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);" },
    { " ksh lag ", "nplurals=3; plural=(n==0 ? 0 : n==1 ? 1 : 2);" },
    { " shi ", "nplurals=3; plural=(n<=1 ? 0 : n<=10 ? 1 : 2);" },
    { " dsb hsb sl ", "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);" },
    { " gd ", "nplurals=4; plural=(n==1 || n==11 ? 0 : n==2 || n==12 ? 1 : n>=3 && n<=19 ? 2 : 3);" },
    { " gv ", "nplurals=4; plural=(n%10==1 ? 0 : n%10==2 ? 1 : n%20==0 ? 2 : 3);" },
    { " br ",
        "nplurals=4; plural=(n%10==1 && n%100!=11 && n%100!=71 && n%100!=91 ? 0 : n%10==2 && n%100!=12 && "
        "n%100!=72 && n%100!=92 ? 1 : (n%10==3 || n%10==4 || n%10==9) && (n%100<10 || n%100>19) && (n%100<70 "
        "|| n%100>79) && n%100<90 ? 2 : 3);" },
    { " ga ", "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4);" },
    { " mt ",
        "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n==0 || (n%100>=3 && n%100<=10) ? 2 : n%100>=11 && "
        "n%100<=19 ? 3 : 4);" },
    { " ar ars ",
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && "
        "n%100<=99 ? 4 : 5);" },
    { " cy ", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);" },
    { " kw ",
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n%20==2 && n%100<=82 || n%1000==0 && (n%100000>=1000 && "
        "n%100000<=20000 || n%100000==40000 || n%100000==60000 || n%100000==80000) || n%1000000==100000 ? 2 :"
        " n%20==3 ? 3 : n%20==1 ? 4 : 5);" },
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
    return forms ? forms : "nplurals=1; plural=0;";
}
