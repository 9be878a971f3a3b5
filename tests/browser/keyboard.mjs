/*
 * keyboard - each kind of page is walked through with the Tab key alone. Prints TAP.
 *
 * Everything that can be used is reached, in the order of the page; what has the focus shows it, is inside the window
 * and under nothing else; the first stop leads past the header; what thumbs press is 44 px high.
 */
import { addressOf, finish, LANGUAGES, launch, pagesByKind, report, serve } from './site.mjs';

const THUMBS = '.action, .answer, .answers a, .doors a';

const WRONG = `<!DOCTYPE html><html lang="en"><head><title>Wrong</title><style>a:focus { outline: none }
.action { font-size: 10px; line-height: 1 }
.over { position: fixed; inset: 0 0 auto 0; height: 400px; background: #fff }</style></head><body><div class="over"></div><main id="main"><h1>Wrong</h1>
<a class="action" href="/x">x</a> <a href="/y">y</a></main></body></html>`;

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
    return { problems, seen: !!seen, href: element.getAttribute('href') };
}

function lookAtThumbs(selector)
{
    return [...document.querySelectorAll(selector)]
        .filter(element => element.checkVisibility({ contentVisibilityAuto: true }) && element.getClientRects().length)
        .map(element => [element.getBoundingClientRect().height, element.outerHTML.slice(0, 90)])
        .filter(([height]) => height < 43.5).map(([height, html]) => `${height.toFixed(1)} px high: ${html}`);
}

async function walk(context, address)
{
    const page = await context.newPage(), problems = [];
    await page.setViewportSize({ width: 360, height: 640 });
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
    const wrong = await walk(context, server.origin + '/wrong/');
    report('a_page_that_hides_the_focus_is_refused', ['does not show', 'hidden below', 'px high']
        .filter(fault => !wrong.problems.some(problem => problem.includes(fault)))
        .map(fault => `not noticed: ${fault}`));
    const kinds = pagesByKind(), right = LANGUAGES.includes('ur') ? 'ur' : LANGUAGES[0];
    for (const kind of [...kinds.keys()].sort())
        for (const language of new Set([LANGUAGES[0], right])) {
            const name = kinds.get(kind)[language]?.[0];
            if (!name)
                continue;
            const { problems, first } = await walk(context, server.origin + addressOf(name));
            if (first !== '#main')
                problems.push(`the first stop leads to ${first}, not past the header`);
            report(`${name} by keyboard`, problems);
        }
    await browser.close();
    server.close();
    finish();
}

await main();
