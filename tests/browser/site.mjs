/*
 * site - what the browser's programs share: the built sample on a server of its own, its pages by kind, TAP.
 *
 *     FRONTDOOR_SITE=folder LANGUAGES="en-GB pl ur" node <program>.mjs
 */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';

const TYPES = {
    '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
    '.png': 'image/png', '.jpg': 'image/jpeg', '.pdf': 'application/pdf', '.xml': 'application/xml',
    '.atom': 'application/atom+xml', '.json': 'application/json', '.txt': 'text/plain',
};
const FLAGS = [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--no-pings',
];

export const SITE = process.env.FRONTDOOR_SITE;
export const LANGUAGES = process.env.LANGUAGES.split(' ');

let count = 0, failures = 0;

export function report(name, problems = [])
{
    count++;
    console.log(`${problems.length ? 'not ok' : 'ok'} - ${name}`);
    failures += problems.length ? 1 : 0;
    for (const problem of problems.slice(0, 20))
        console.log('#   ' + problem.replace(/\n/g, '\n#   '));
}

export function finish()
{
    console.log(`1..${count}`);
    process.exitCode = failures ? 1 : 0;
}

/*
 * The site under its folder's name would hide absolute links: it is served at the root, like a council's host. more maps
 * addresses to pages made up for a test.
 */
export async function serve(more = {})
{
    const server = http.createServer((request, response) => {
        const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
        if (more[name]) {
            response.writeHead(200, { 'Content-Type': TYPES['.html'] });
            response.end(more[name]);
            return;
        }
        let file = path.join(SITE, path.normalize(name));
        if (name.endsWith('/'))
            file = path.join(file, 'index.html');
        fs.readFile(file, (error, bytes) => {
            response.writeHead(error ? 404 : 200,
                { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
            response.end(bytes);
        });
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export function launch()
{
    return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

export function addressOf(name)
{
    return '/' + name.replace(/index\.html$/, '');
}

function htmlBelow(folder, below = '')
{
    return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap(entry => {
        const name = path.posix.join(below, entry.name);
        if (entry.isDirectory())
            return htmlBelow(folder, name);
        return entry.name.endsWith('.html') ? [name] : [];
    });
}

/* "services" of "ur/services/x/index.html"; "index.html" and "404.html" are kinds of their own. */
function kindOf(name)
{
    const parts = name.split('/');
    if (parts.length === 1)
        return parts[0];
    return parts.length === 2 ? parts[0] + ' (list)' : parts[0];
}

function isRedirect(html)
{
    return html.slice(0, 900).includes('http-equiv="refresh"');
}

/* { kind: { language: [names, the longest first] } }, without pages that only send their reader on. */
export function pagesByKind()
{
    const found = new Map();
    for (const name of htmlBelow(SITE)) {
        const other = LANGUAGES.slice(1).find(code => name.startsWith(code + '/'));
        const inner = other ? name.slice(other.length + 1) : name;
        const html = fs.readFileSync(path.join(SITE, name), 'utf8');
        if (kindOf(inner) === 'go' || isRedirect(html))
            continue;
        const kind = kindOf(inner) + (html.includes('id="leave"') ? ' (left in haste)' : '');
        const kinds = found.get(kind) ?? found.set(kind, {}).get(kind);
        (kinds[other ?? LANGUAGES[0]] ??= []).push(name);
    }
    const size = name => fs.statSync(path.join(SITE, name)).size;
    for (const kinds of found.values())
        for (const names of Object.values(kinds))
            names.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
    return found;
}

/*
 * Pages to look at: of each kind in each language one, the longest in one language, the next longest in the next, so
 * that few pages show much. The rounds shift the languages against the kinds: cut short, each kind was still seen.
 */
export function choose(most)
{
    const found = pagesByKind(), chosen = [];
    for (let round = 0; round < LANGUAGES.length; round++)
        [...found.keys()].sort().forEach((kind, i) => {
            const at = (i + round) % LANGUAGES.length;
            const names = found.get(kind)[LANGUAGES[at]];
            if (names && !chosen.includes(names[at % names.length]))
                chosen.push(names[at % names.length]);
        });
    return { pages: chosen.slice(0, most), left: Math.max(0, chosen.length - most) };
}

export function allPages()
{
    return [...pagesByKind().values()].flatMap(kinds => Object.values(kinds).flat()).sort();
}
