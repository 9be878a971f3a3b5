/*
 * check - opens pages of the built sample in Chromium and tells what a browser has against them. Prints TAP.
 *
 * Each kind of page is paired with each language once, 25 pages at most (ALL=1: every page), and looked at as readers
 * see it: narrow (which is also 400 % zoom of a desktop window), a tablet, wide, dark, in forced colours, with text at
 * 200 % and with the spacing of WCAG 2.2, 1.4.12. Each time axe-core's rules, no scrolling sideways, no text cut off, no
 * request to another host, nothing in the console. What axe cannot decide is decided by what is drawn, if it is of a kind
 * that is known (generator/doc/accessibility.md); any other kind is a failure. With scripts off a page must say and link
 * the same, and without styles nothing may be lost; in print, addresses of links outside are shown. First, pages made to
 * be wrong must be refused.
 */
import fs from 'node:fs';
import os from 'node:os';
import { createRequire } from 'node:module';
import { addressOf, allPages, choose, finish, launch, report, serve } from './site.mjs';
import { contrastDrawn } from './palette.mjs';

const require = createRequire(import.meta.url);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const MOST_PAGES = 25;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } '
    + 'p { margin-bottom: 2em !important; }';
const WAYS = [
    { name: '320 px', width: 320 },
    { name: '768 px', width: 768 },
    { name: '1280 px', width: 1280 },
    { name: '1280 px, dark', width: 1280, media: { colorScheme: 'dark' } },
    { name: '320 px, forced colours', width: 320, media: { forcedColors: 'active' } },
    { name: '320 px, text at 200 %', width: 320, text: 32, brief: true },
    { name: '320 px, wide spacing', width: 320, style: SPACING, brief: true },
];

/* A page with a fault for each thing that is looked for. */
const WRONG = `<!DOCTYPE html><html><head><title>Wrong</title></head><body><main><h1>Wrong</h1>
<p style="width:2000px">wide</p><p style="width:4em;height:1em;overflow:hidden">words that are cut off</p>
<img src="https://other.example/x.png"><a href="/x"></a> <a href="https://silent.example/">address kept to itself</a>
<h2 style="display:none">never shown</h2>
<p style="background:#fff;color:#fff">white on white</p><p style="background:linear-gradient(#fff,#777);color:#777">fades</p>
<script>console.error('oh no'); document.querySelector('main').append('only with scripts');</script></main></body></html>`;

/* Fits, until its reader makes letters larger, or sets them wider. */
const TIGHT = `<!DOCTYPE html><html lang="en"><head><title>Tight</title><style>p { line-height: 1.2; width: 9rem }
p + p { height: 1.3em }</style></head><body><main><h1>Tight</h1><p style="height:26px;overflow:hidden">large</p>
<p style="overflow:hidden">wide</p></main></body></html>`;

/*
 * What axe says it cannot decide, and what decides instead. In forced colours Chromium paints a system colour but tells
 * scripts the author's: there axe may find a colour equal to its ground, or too near to it.
 */
const JUDGES = {
    'color-contrast equalRatio': contrastOf,
    'color-contrast elmPartiallyObscuring': contrastOf,
};
let judged = 0;

async function contrastOf(page, node)
{
    const ratio = await contrastDrawn(page, node.target[0]);
    const wanted = parseFloat(node.any[0].data.expectedContrastRatio ?? 4.5);
    judged++;
    return ratio >= wanted ? null : `drawn with a contrast of ${ratio.toFixed(2)} to 1, not ${wanted}`;
}

/* What a reader is told and where they can go, without spaces that depend on layout. */
function wordsAndLinks()
{
    const main = document.querySelector('main') ?? document.body;
    return { text: main.textContent.replace(/\s+/g, ' ').trim(),
        links: [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href')).sort() };
}

/* Elements whose own words do not fit into them and are hidden. What only screen readers get is hidden on purpose. */
function cutOff()
{
    return [...document.body.querySelectorAll('*')].filter(element => {
        const style = getComputedStyle(element), box = element.getBoundingClientRect();
        const clips = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
        return clips && box.width > 2 && box.height > 2 && element.textContent.trim()
            && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    }).map(element => `cut off: ${element.outerHTML.slice(0, 120)}`);
}

async function listen(page, address, problems)
{
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
}

async function runAxe(page, way, problems)
{
    await page.evaluate(axe);
    const found = await page.evaluate(async tags => {
        const wanted = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'incomplete'] };
        const { violations, incomplete } = await axe.run(wanted);
        return { violations, incomplete };
    }, TAGS);
    const tell = (fault, node) => fault
        && problems.push(`${fault}\n  ${node.target.join(' ')}\n  ${node.html.slice(0, 200)}`);
    for (const violation of found.violations)
        for (const node of violation.nodes)
            tell(violation.id === 'color-contrast' && way.media?.forcedColors ? await contrastOf(page, node)
                : `${violation.id}: ${violation.help}`, node);
    for (const result of found.incomplete)
        for (const node of result.nodes) {
            const kind = `${result.id} ${node.any[0]?.data?.messageKey ?? ''}`.trim(), judge = JUDGES[kind];
            tell(judge ? await judge(page, node) : `axe cannot decide "${kind}", and nobody has looked at that yet`, node);
        }
}

/* What this page has against it, looked at this way. */
async function lookAt(contexts, address, way)
{
    const problems = [];
    const page = await (way.style ? contexts.styled : contexts.usual).newPage();
    await listen(page, address, problems);
    await page.setViewportSize({ width: way.width, height: 900 });
    await page.emulateMedia(way.media ?? {});
    if (way.text) {
        const session = await page.context().newCDPSession(page);
        await session.send('Page.enable');
        await session.send('Page.setFontSizes', { fontSizes: { standard: way.text, fixed: way.text } });
    }
    await page.goto(address, { waitUntil: 'load' });
    if (way.style)
        await page.addStyleTag({ content: way.style });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > way.width)
        problems.push(`scrolls sideways: ${wide} px in a window of ${way.width}`);
    problems.push(...await page.evaluate(cutOff));
    if (!way.brief)      /* else the same colours and elements as in the first way */
        await runAxe(page, way, problems);
    const said = await page.evaluate(wordsAndLinks);
    await page.close();
    return { problems, said };
}

async function read(context, address)
{
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    const said = await page.evaluate(wordsAndLinks);
    await page.close();
    return said;
}

function compare(what, with_, without)
{
    const problems = [];
    if (with_.text !== without.text)
        problems.push(`${what} change what the page says`);
    if (with_.links.join('\n') !== without.links.join('\n'))
        problems.push(`${what} change where the page links to`);
    return problems;
}

/* Without styles every word shows, and the page is no wider than its window. */
async function withoutStyles(context, address)
{
    const page = await context.newPage();
    await page.route('**/*.css', route => route.abort());
    await page.setViewportSize({ width: 320, height: 900 });
    await page.goto(address, { waitUntil: 'load' });
    const problems = await page.evaluate(() => {
        const shown = document.body.innerText.replace(/\s+/g, ' ');
        return [...document.querySelectorAll('main h1, main h2, main p, main dt, main dd, main li')]
            .filter(element => !element.closest('details:not([open])') && !element.closest('[hidden]'))
            .map(element => element.innerText.replace(/\s+/g, ' ').trim())
            .filter(text => text && !shown.includes(text)).map(text => `not shown: ${text.slice(0, 80)}`);
    });
    await page.close();
    return problems;
}

/* On paper, a link that leads out of the site says where to, and the page's own words stay. */
async function inPrint(context, address)
{
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(address, { waitUntil: 'load' });
    const problems = await page.evaluate(() => {
        const lost = [...document.querySelectorAll('main h1, main h2')]
            .filter(heading => !heading.getClientRects().length && !heading.closest('.give'))   /* codes for a screen */
            .map(heading => `not printed: ${heading.textContent}`);
        const silent = [...document.querySelectorAll('main a[href^="https:"]')]
            .filter(link => link.getClientRects().length)
            .filter(link => !getComputedStyle(link, '::after').content.includes('http')
                && !link.textContent.includes(new URL(link.href).host))
            .map(link => `address not printed: ${link.href}`);
        return [...lost, ...silent];
    });
    await page.close();
    return problems;
}

async function reportWrongPage(contexts, origin)
{
    const { problems, said } = await lookAt(contexts, origin + '/wrong/', WAYS[0]);
    const all = [...problems, ...compare('scripts', said, await read(contexts.plain, origin + '/wrong/')),
        ...await withoutStyles(contexts.usual, origin + '/wrong/'), ...await inPrint(contexts.usual, origin + '/wrong/')];
    const missed = ['html-has-lang', 'image-alt', 'link-name', 'scrolls sideways', 'cut off', 'another host',
        'console: oh no', 'scripts change', 'not shown', 'not printed: never', 'address not printed',
        'drawn with a contrast of 1.00 to 1', 'axe cannot decide "color-contrast bgGradient"']
        .filter(fault => !all.some(problem => problem.includes(fault)));
    report('a_page_that_is_wrong_is_refused', missed.map(fault => `not noticed: ${fault}`));
}

/* Text at 200 % and wide spacing each find what no other way does. */
async function reportTightPage(contexts, origin)
{
    const missed = [];
    for (const way of WAYS) {
        const { problems } = await lookAt(contexts, origin + '/tight/', way), seen = problems.join('\n');
        if (seen.includes('>large<') !== !!way.text || seen.includes('>wide<') !== !!way.style)
            missed.push(`${way.name}: ${seen || 'nothing noticed'}`);
    }
    report('letters_that_grow_or_spread_out_of_their_box_are_refused', missed);
}

async function reportPage(contexts, origin, name)
{
    const address = origin + addressOf(name);
    let said;

    for (const way of WAYS) {
        const seen = await lookAt(contexts, address, way);
        said ??= seen.said;
        report(`${name} at ${way.name}`, seen.problems);
    }
    report(`${name} without scripts`, compare('scripts', said, await read(contexts.plain, address)));
    report(`${name} without styles`, await withoutStyles(contexts.usual, address));
    report(`${name} in print`, await inPrint(contexts.usual, address));
}

/* Pages side by side, as many as there are processors: most of the time one waits for the browser. */
async function reportPages(contexts, origin, pages)
{
    const rest = [...pages], begun = Date.now();
    const work = async () => {
        for (let name; (name = rest.shift());)
            await reportPage(contexts, origin, name);
    };

    await Promise.all(Array.from({ length: os.availableParallelism?.() ?? os.cpus().length }, work));
    console.log(`# ${pages.length} pages in ${Math.round((Date.now() - begun) / 1000)} s`);
}

async function main()
{
    const server = await serve({ '/wrong/': WRONG, '/tight/': TIGHT });
    const browser = await launch();
    const contexts = {
        usual: await browser.newContext(),
        plain: await browser.newContext({ javaScriptEnabled: false }),
        styled: await browser.newContext({ bypassCSP: true }),
    };
    const { pages, left } = process.env.ALL ? { pages: allPages(), left: 0 } : choose(MOST_PAGES);

    await reportWrongPage(contexts, server.origin);
    await reportTightPage(contexts, server.origin);
    if (left)
        console.log(`# ${left} pairs of kind and language more than the ${MOST_PAGES} that are looked at`);
    await reportPages(contexts, server.origin, pages);
    console.log(`# axe could not decide ${judged} times; what is drawn decided`);
    await browser.close();
    server.close();
    finish();
}

await main();
