/*
 * check - opens pages of the built sample in Chromium and tells what a browser has against them. Prints TAP.
 *
 *     FRONTDOOR_SITE=folder LANGUAGES="en-GB pl ur" node check.mjs
 *
 * Each kind of page is paired with each language once, 25 pages at most, and looked at in a narrow and a wide window:
 * axe-core's rules, no scrolling sideways, no request to another host, nothing in the console. With scripts off a page
 * must say and link the same. First, a page made to be wrong must be refused.
 */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const MOST_PAGES = 25;
const WIDTHS = [320, 1280];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const TYPES = {
    '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
    '.png': 'image/png', '.pdf': 'application/pdf', '.xml': 'application/xml', '.txt': 'text/plain',
};
const FLAGS = [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--no-pings',
];

/* A page with a fault for each thing that is looked for. */
const WRONG = `<!DOCTYPE html><html><head><title>Wrong</title></head><body><main><h1>Wrong</h1>
<p style="width:2000px">wide</p><img src="https://other.example/x.png"><a href="/x"></a>
<script>console.error('oh no'); document.querySelector('main').append('only with scripts');</script></main></body></html>`;

let count = 0, failures = 0;

function report(name, problems)
{
    count++;
    console.log(`${problems.length ? 'not ok' : 'ok'} - ${name}`);
    failures += problems.length ? 1 : 0;
    for (const problem of problems.slice(0, 20))
        console.log('#   ' + problem.replace(/\n/g, '\n#   '));
}

/* The site under its folder's name would hide absolute links: it is served at the root, like a council's host. */
function serve(site)
{
    const server = http.createServer((request, response) => {
        const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
        if (name === '/wrong/') {
            response.writeHead(200, { 'Content-Type': TYPES['.html'] });
            response.end(WRONG);
            return;
        }
        let file = path.join(site, path.normalize(name));
        if (name.endsWith('/'))
            file = path.join(file, 'index.html');
        fs.readFile(file, (error, bytes) => {
            response.writeHead(error ? 404 : 200,
                { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
            response.end(bytes);
        });
    });
    return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)));
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

/*
 * Pages to look at: of each kind in each language one, the longest in one language, the next longest in the next, so
 * that few pages show much. The rounds shift the languages against the kinds: cut short, each kind was still seen.
 */
function choose(site, languages)
{
    const found = new Map();
    for (const name of htmlBelow(site)) {
        const other = languages.slice(1).find(code => name.startsWith(code + '/'));
        const inner = other ? name.slice(other.length + 1) : name;
        if (kindOf(inner) === 'go')     /* sends its reader on */
            continue;
        const kinds = found.get(kindOf(inner)) ?? found.set(kindOf(inner), {}).get(kindOf(inner));
        (kinds[other ?? languages[0]] ??= []).push(name);
    }
    const size = name => fs.statSync(path.join(site, name)).size;
    for (const kinds of found.values())
        for (const names of Object.values(kinds))
            names.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
    const chosen = [];
    for (let round = 0; round < languages.length; round++)
        [...found.keys()].sort().forEach((kind, i) => {
            const at = (i + round) % languages.length;
            const names = found.get(kind)[languages[at]];
            if (names)
                chosen.push(names[at % names.length]);
        });
    return { pages: chosen.slice(0, MOST_PAGES), left: Math.max(0, chosen.length - MOST_PAGES) };
}

/* What a reader is told and where they can go, without spaces that depend on layout. */
function wordsAndLinks()
{
    const main = document.querySelector('main') ?? document.body;
    return { text: main.textContent.replace(/\s+/g, ' ').trim(),
        links: [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href')).sort() };
}

/* What this page has against it at this width. */
async function lookAt(context, address, width)
{
    const problems = [];
    const page = await context.newPage();
    const host = new URL(address).host;
    page.on('console', message => {
        if (['error', 'warning'].includes(message.type()))
            problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', error => problems.push(`script: ${error.message}`));
    page.on('request', request => {
        if (new URL(request.url()).host !== host && !request.url().startsWith('data:'))
            problems.push(`asks another host: ${request.url()}`);
    });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address, { waitUntil: 'load' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width)
        problems.push(`scrolls sideways: ${wide} px in a window of ${width}`);
    await page.evaluate(axe);
    const found = await page.evaluate(tags => axe.run({ runOnly: { type: 'tag', values: tags } }), TAGS);
    for (const violation of found.violations)
        for (const node of violation.nodes)
            problems.push(`${violation.id}: ${violation.help}\n  ${node.target.join(' ')}\n  ${node.html.slice(0, 200)}`);
    const said = await page.evaluate(wordsAndLinks);
    await page.close();
    return { problems, said };
}

async function withoutScripts(context, address)
{
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    const said = await page.evaluate(wordsAndLinks);
    await page.close();
    return said;
}

function scriptProblems(withThem, without)
{
    const problems = [];
    if (withThem.text !== without.text)
        problems.push('scripts change what the page says');
    if (withThem.links.join('\n') !== without.links.join('\n'))
        problems.push('scripts change where the page links to');
    return problems;
}

async function reportWrongPage(context, plain, origin)
{
    const { problems, said } = await lookAt(context, origin + '/wrong/', 320);
    const all = [...problems, ...scriptProblems(said, await withoutScripts(plain, origin + '/wrong/'))];
    const missed = ['html-has-lang', 'image-alt', 'link-name', 'scrolls sideways', 'another host', 'console: oh no',
        'scripts change'].filter(fault => !all.some(problem => problem.includes(fault)));
    report('a_page_that_is_wrong_is_refused', missed.map(fault => `not noticed: ${fault}`));
}

async function main()
{
    const site = process.env.FRONTDOOR_SITE;
    const server = await serve(site);
    const origin = `http://127.0.0.1:${server.address().port}`;
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
    const context = await browser.newContext();
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const { pages, left } = choose(site, process.env.LANGUAGES.split(' '));

    await reportWrongPage(context, plain, origin);
    if (left)
        console.log(`# ${left} pairs of kind and language more than the ${MOST_PAGES} that are looked at`);
    for (const name of pages) {
        const address = origin + '/' + name.replace(/index\.html$/, '');
        let said;
        for (const width of WIDTHS) {
            const seen = await lookAt(context, address, width);
            said = seen.said;
            report(`${name} at ${width} px`, seen.problems);
        }
        report(`${name} without scripts`, scriptProblems(said, await withoutScripts(plain, address)));
    }
    await browser.close();
    server.close();
    console.log(`1..${count}`);
    process.exitCode = failures ? 1 : 0;
}

await main();
