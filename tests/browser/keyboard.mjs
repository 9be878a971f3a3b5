/*
 * keyboard - each kind of page is walked through with the Tab key alone. Prints TAP.
 *
 * Everything that can be used is reached, in the order of the page; what has the focus shows it, with a contrast of 3 to 1
 * to what was drawn there without it, is inside the window and under nothing else, on a phone and at 400 % zoom; the first
 * stop leads past the header; what thumbs press is 44 px high and wide.
 */
import { changed, pixels } from './palette.mjs';
import { addressOf, finish, LANGUAGES, launch, pagesByKind, report, serve } from './site.mjs';

const THUMBS = '.action, .answer, .answers a, .doors a, summary, button, input, .leave a';
const WINDOWS = [{ width: 360, height: 640 }, { width: 320, height: 256 }];     /* a phone; 1280 x 1024 at 400 % */
const FOCUS_CONTRAST = 3;

const WRONG = `<!DOCTYPE html><html lang="en"><head><title>Wrong</title><style>a:focus { outline: none }
.action { font-size: 10px; line-height: 1 }
.pale:focus { outline: 3px solid #ddd }
.over { position: fixed; inset: 0 0 auto 0; height: 400px; background: #fff }</style></head><body><div class="over"></div><main id="main"><h1>Wrong</h1>
<a class="action" href="/x">x</a> <a href="/y">y</a>
<p style="height:500px"></p><a class="pale" href="/z">z</a></main></body></html>`;

/* How many stops the Tab key should make. */
function countStops()
{
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter(element => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })
            && element.getClientRects().length && !element.disabled).length;
}

/* What is wrong with the element that has the focus, and whether it was there before. */
function lookAtFocus()
{
    const element = document.activeElement;
    if (!element || element === document.body)
        return null;
    const box = element.getBoundingClientRect(), style = getComputedStyle(element), problems = [];
    const name = element.outerHTML.slice(0, 100);
    const shows = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    if (!shows)
        problems.push(`focus does not show: ${name}`);
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
        problems.push(`focus is outside the window: ${name}`);
    const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    if (top && !element.contains(top) && !top.contains(element))
        problems.push(`focus is hidden below ${top.outerHTML.slice(0, 60)}: ${name}`);
    const seen = element.dataset.seenByTest;
    element.dataset.seenByTest = 'yes';
    const grounds = [];
    for (let ground = element; ground; ground = ground.parentElement)
        grounds.push(getComputedStyle(ground).backgroundColor);
    return { problems, seen: !!seen, href: element.getAttribute('href'), name, shows,
        look: [element.tagName, element.className, style.outline, style.boxShadow, style.color,
            grounds.filter(colour => colour !== 'rgba(0, 0, 0, 0)').slice(0, 2)].join() };
}

/* Where the focus is drawn, as much of it as the window shows. */
function focusedPart()
{
    const box = document.activeElement.getBoundingClientRect(), edge = 8;
    const x = Math.max(box.left - edge, 0), y = Math.max(box.top - edge, 0);
    return { x, y, width: Math.min(box.right + edge, innerWidth) - x, height: Math.min(box.bottom + edge, innerHeight) - y };
}

/*
 * WCAG 2.2, 1.4.11 and 2.4.13: what is drawn around the focus differs 3 to 1 from the same pixels without it, and there is
 * at least a line along the longer side of it. Each look is measured once.
 */
async function focusIsPale(page)
{
    const clip = await page.evaluate(focusedPart), withFocus = await pixels(page, clip);
    await page.evaluate(() => {
        window.focusedByTest = document.activeElement;
        document.activeElement.blur();
    });
    const without = await pixels(page, clip);
    await page.evaluate(() => window.focusedByTest.focus({ focusVisible: true, preventScroll: true }));
    return changed(without, withFocus, FOCUS_CONTRAST) < Math.max(clip.width, clip.height) - 16;
}

function lookAtThumbs(selector)
{
    return [...document.querySelectorAll(selector)]
        .filter(element => element.checkVisibility({ contentVisibilityAuto: true }) && element.getClientRects().length)
        .map(element => [element.getBoundingClientRect(), element.outerHTML.slice(0, 90)])
        .filter(([box]) => box.height < 43.5 || box.width < 43.5)
        .map(([box, html]) => `${box.width.toFixed(1)} px wide, ${box.height.toFixed(1)} px high: ${html}`);
}

const looks = new Set();

async function walk(context, address, size)
{
    const page = await context.newPage(), problems = [];
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });     /* or the window would still be on its way */
    await page.goto(address, { waitUntil: 'load' });
    const stops = await page.evaluate(countStops);
    let reached = 0, first = null;
    for (; reached <= stops; reached++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(lookAtFocus);
        if (!at || at.seen)
            break;
        first ??= at.href;
        problems.push(...at.problems);
        if (at.shows && !looks.has(at.look) && looks.add(at.look) && await focusIsPale(page))
            problems.push(`focus is paler than ${FOCUS_CONTRAST} to 1: ${at.name}`);
    }
    if (reached < stops)
        problems.push(`${stops} things can be used, the Tab key reached ${reached}`);
    problems.push(...await page.evaluate(lookAtThumbs, THUMBS));
    await page.close();
    return { problems, first };
}

async function main()
{
    const server = await serve({ '/wrong/': WRONG }), browser = await launch(), context = await browser.newContext();
    const wrong = await walk(context, server.origin + '/wrong/', WINDOWS[0]);
    report('a_page_that_hides_the_focus_is_refused', ['does not show', 'hidden below', 'px high', 'is paler than']
        .filter(fault => !wrong.problems.some(problem => problem.includes(fault)))
        .map(fault => `not noticed: ${fault}`));
    const kinds = pagesByKind(), right = LANGUAGES.includes('ur') ? 'ur' : LANGUAGES[0];
    for (const kind of [...kinds.keys()].sort())
        for (const language of new Set([LANGUAGES[0], right])) {
            const name = kinds.get(kind)[language]?.[0];
            if (!name)
                continue;
            const seen = [];
            for (const size of language === right ? WINDOWS : WINDOWS.slice(0, 1)) {
                const { problems, first } = await walk(context, server.origin + addressOf(name), size);
                seen.push(...problems.map(problem => `${size.width} x ${size.height}: ${problem}`));
                if (first !== '#main')
                    seen.push(`the first stop leads to ${first}, not past the header`);
            }
            report(`${name} by keyboard`, seen);
        }
    console.log(`# the focus was measured on ${looks.size} looks`);
    await browser.close();
    server.close();
    finish();
}

await main();
