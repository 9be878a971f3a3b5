/*
 * weight - what a visit costs a phone with little data, compressed as a server sends it (gzip). Prints TAP.
 *
 * HTML and styles of the first view, everything of a first visit (scripts, pictures that are not put off, fonts) and the
 * next page, when styles are known: in bytes, for the pages that families come to first.
 */
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { finish, LANGUAGES, pagesByKind, report, SITE } from './site.mjs';

const KB = 1024;
const FIRST_VIEW = 14 * KB, FIRST_VISIT = 30 * KB, NEXT_PAGE = 10 * KB;
const PACKED = /\.(png|jpg|jpeg|webp|pdf)$/;

function sizeOf(file)
{
    const bytes = fs.readFileSync(file);
    return PACKED.test(file) ? bytes.length : zlib.gzipSync(bytes, { level: 6 }).length;
}

/* { html, styles, rest }: bytes. Of a picture in several sizes a phone takes the one that is named in src. */
function weigh(name)
{
    const file = path.join(SITE, name), text = fs.readFileSync(file, 'utf8'), weight = { styles: 0, rest: 0 };
    weight.html = sizeOf(file);
    const asked = [...text.matchAll(/<(link|script|img)\b[^>]*>/g)].map(match => match[0])
        .filter(tag => !/loading="lazy"/.test(tag))
        .filter(tag => !tag.startsWith('<link') || /rel="(stylesheet|icon|preload)"/.test(tag))
        .map(tag => [tag, tag.match(/(?:href|src)="([^"]+)"/)?.[1]])
        .filter(([, address]) => address && !address.startsWith('data:'));
    for (const [tag, address] of asked) {
        const target = address.startsWith('/') ? path.join(SITE, address) : path.join(path.dirname(file), address);
        weight[/stylesheet/.test(tag) ? 'styles' : 'rest'] += sizeOf(target);
    }
    return weight;
}

function over(what, bytes, most)
{
    return bytes > most ? [`${what}: ${(bytes / KB).toFixed(1)} KB of ${most / KB}`] : [];
}

report('a_page_that_is_too_heavy_is_refused', over('next page', NEXT_PAGE + 1, NEXT_PAGE).length ? [] : ['it passed']);
for (const [kind, languages] of [...pagesByKind()].sort())
    for (const language of LANGUAGES) {
        const names = languages[language] ?? [], worst = { html: 0, view: 0, visit: 0 };
        for (const name of names) {
            const { html, styles, rest } = weigh(name);
            worst.html = Math.max(worst.html, html);
            worst.view = Math.max(worst.view, html + styles);
            worst.visit = Math.max(worst.visit, html + styles + rest);
        }
        if (names.length)
            report(`${kind} in ${language}: next page ${(worst.html / KB).toFixed(1)}, first view `
                + `${(worst.view / KB).toFixed(1)}, first visit ${(worst.visit / KB).toFixed(1)} KB`,
                [...over('next page', worst.html, NEXT_PAGE), ...over('first view', worst.view, FIRST_VIEW),
                    ...over('first visit', worst.visit, FIRST_VISIT)]);
    }
finish();
