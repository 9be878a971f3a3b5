/*
 * look - describes how every example of the gallery looks, and compares it with what is kept. Prints TAP.
 *
 *     GALLERY=folder LOOKS=folder ACCEPT= node look.mjs
 *
 * A look is text: a line for each element, its colours and type on light and on dark ground, and its box at three widths.
 *
 *     = 1 A call
 *     a.action  #ffffff on #0f5a5e 17/700; dark #0c1f20 on #86d3cf; 16,24 173x48; 32,24 179x48; 160,24 183x48
 *
 * Pictures would tell as much and change with every version of a browser. Boxes may differ by a few pixels, colours and
 * type not at all. First, a look that was changed on purpose must be noticed.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const WIDTHS = [360, 768, 1280];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none'];

let count = 0, failures = 0;

function report(name, problems)
{
    count++;
    console.log(`${problems.length ? 'not ok' : 'ok'} - ${name}`);
    failures += problems.length ? 1 : 0;
    for (const problem of problems.slice(0, 20))
        console.log('#   ' + problem);
    if (problems.length > 20)
        console.log(`#   and ${problems.length - 20} more`);
}

/* In the page: each element that is seen, with its box, its colours and its type. */
function describe()
{
    const canvas = document.createElement('canvas').getContext('2d');
    const hex = colour => {
        canvas.fillStyle = '#000';
        canvas.fillStyle = colour;
        return canvas.fillStyle;
    };
    const ground = element => {
        for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (!/, 0\)$|transparent/.test(colour))
                return hex(colour);
        }
        return '#ffffff';
    };
    return [...document.body.querySelectorAll('*')].filter(element => !element.closest('svg') || element.matches('svg'))
        .map(element => {
            const box = element.getBoundingClientRect(), style = getComputedStyle(element);
            const classes = [...element.classList].map(name => '.' + name).join('');
            return {
                label: element.localName + classes,
                seen: box.width > 0 && box.height > 0 && style.visibility !== 'hidden',
                look: `${hex(style.color)} on ${ground(element)} ${Math.round(parseFloat(style.fontSize) * 10) / 10}/`
                    + style.fontWeight,
                box: [box.x + scrollX, box.y + scrollY, box.width, box.height].map(Math.round),
            };
        });
}

const shown = element => element.seen ? `${element.box[0]},${element.box[1]} ${element.box[2]}x${element.box[3]}`
    : 'hidden';

/* One example as lines. Elements that are hidden at every width are left out. */
async function look(page, file, change = '')
{
    const open = async (name, width) => {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(pathToFileURL(name).href, { waitUntil: 'load' });
        if (change)
            await page.addStyleTag({ content: change });
    };
    const seen = [];
    await open(file, WIDTHS[0]);
    for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        seen.push(await page.evaluate(describe));
    }
    await open(file.replace('.html', '-dark.html'), WIDTHS[0]);
    const dark = await page.evaluate(describe);
    return seen[0].map((element, i) => ({ element, i })).filter(({ i }) => seen.some(list => list[i].seen))
        .map(({ element, i }) => `${element.label}  ${element.look}; dark ${dark[i].look.replace(/ [^ ]*$/, '')}; `
            + seen.map(list => shown(list[i])).join('; '));
}

const near = (a, b) => Math.abs(a - b) <= 3 + 0.01 * Math.max(a, b);

/* Is a box nearly where it was? */
function sameBox(kept, now)
{
    const numbers = text => (text.match(/-?\d+/g) ?? []).map(Number);
    const a = numbers(kept), b = numbers(now);
    return a.length === b.length && a.every((value, i) => near(value, b[i]));
}

function differences(kept, now)
{
    const labels = lines => lines.map(line => line.split('  ')[0]).join(' ');
    if (labels(kept) !== labels(now)) {
        const at = now.findIndex((line, i) => !kept[i] || kept[i].split('  ')[0] !== line.split('  ')[0]);
        return [`other elements: ${(kept[at] ?? 'nothing').split('  ')[0]} is ${(now[at] ?? 'gone').split('  ')[0]}`];
    }
    const found = [];
    now.forEach((line, i) => {
        const [label, before] = kept[i].split('  '), was = before.split('; '), is = line.split('  ')[1].split('; ');
        is.forEach((part, j) => {
            if (j < 2 ? part !== was[j] : !sameBox(was[j], part))
                found.push(`${label}${j < 2 ? '' : ` at ${WIDTHS[j - 2]} px`}: ${was[j]} is now ${part}`);
        });
    });
    return found;
}

/* "1 A call" to its lines. */
function readLooks(file)
{
    const looks = new Map();
    if (!fs.existsSync(file))
        return looks;
    for (const part of fs.readFileSync(file, 'utf8').split(/^= /m).slice(1)) {
        const [name, ...lines] = part.trimEnd().split('\n');
        looks.set(name, lines);
    }
    return looks;
}

async function examples(page, gallery)
{
    await page.goto(pathToFileURL(path.join(gallery, 'index.html')).href);
    return page.evaluate(() => [...document.querySelectorAll('section')].map(section => ({
        component: section.id,
        examples: [...section.querySelectorAll('h3')].filter(h => h.querySelector('a')).map(h => ({
            file: h.querySelector('a').getAttribute('href'), name: h.firstChild.textContent.trim(),
        })),
    })));
}

async function compare(page, gallery, folder, { component, examples: list })
{
    const file = path.join(folder, component + '.txt'), kept = readLooks(file), problems = [];
    let text = '';
    for (const example of list) {
        const name = `${path.basename(example.file, '.html')} ${example.name}`;
        const lines = await look(page, path.join(gallery, example.file));
        text += `= ${name}\n${lines.join('\n')}\n`;
        if (kept.has(name))
            problems.push(...differences(kept.get(name), lines).map(problem => `${name}: ${problem}`));
        else
            problems.push(`${name}: no look of it is kept`);
        kept.delete(name);
    }
    problems.push(...[...kept.keys()].map(name => `${name}: there is no such example`));
    if (process.env.ACCEPT && problems.length) {
        fs.writeFileSync(file, text);
        console.log(`# rewrote ${path.basename(file)}`);
        problems.length = 0;
    }
    report(`${component} looks as it did`, problems);
}

async function reportChanges(page, gallery, { examples: [example] })
{
    const file = path.join(gallery, example.file), before = await look(page, file);
    const changes = { 'a wider padding': '.action { padding: 1rem 2rem !important }', 'larger type':
        '.action { font-size: 20px !important }', 'another colour': '.action { background: #0f5a60 !important }' };
    const missed = [];
    for (const [name, css] of Object.entries(changes))
        if (!differences(before, await look(page, file, css)).length)
            missed.push(`not noticed: ${name}`);
    if (differences(before, await look(page, file)).length)
        missed.push('the same looks different the second time');
    report('a_look_that_changed_is_noticed', missed);
}

async function main()
{
    const { GALLERY: gallery, LOOKS: folder } = process.env;
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
    const page = await (await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' })).newPage();
    const components = await examples(page, gallery);

    await reportChanges(page, gallery, components.find(({ component }) => component === 'action'));
    for (const component of components)
        await compare(page, gallery, folder, component);
    const gone = fs.readdirSync(folder).filter(name => name.endsWith('.txt')
        && !components.some(({ component }) => component + '.txt' === name));
    if (process.env.ACCEPT)
        gone.splice(0).forEach(name => fs.unlinkSync(path.join(folder, name)));
    report('every look that is kept is that of a component', gone);
    await browser.close();
    console.log(`1..${count}`);
    process.exitCode = failures ? 1 : 0;
}

await main();
