/*
 * pictures - what README.md shows of the sample: pages on phones, and what is on paper. `make pictures`.
 *
 * The sample is built for a fixed day, so a picture changes when the pages do. Another Chromium draws letters a little
 * differently: look before you keep that.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch, serve, SITE } from './site.mjs';
import { withFewColours } from './palette.mjs';

const TARGET = '../../generator/doc/pictures';
const MOST = 120 * 1024, SHARP = 1.5;
const PHONE = { width: 360, height: 900 };
const PHONES = ['/', '/services/rhymes-and-stories/', '/ur/services/rhymes-and-stories/'];

const STYLE = `
    body { margin: 0; padding: 28px; display: flex; gap: 28px; align-items: center; justify-content: center;
        background: #ece7dc; inline-size: max-content; block-size: max-content }
    img { display: block; background: #fff }
    .phone { border: 6px solid #1d2733; border-radius: 30px; inline-size: 270px }
    .sheet { block-size: 400px; box-shadow: 0 0 0 1px #d9d3c7, 0 6px 0 0 #d9d3c7 }
    .spread { display: flex }`;

const asAddress = bytes => `data:image/png;base64,${bytes.toString('base64')}`;

async function photograph(browser, origin, address)
{
    const page = await browser.newPage({ viewport: PHONE, deviceScaleFactor: SHARP, isMobile: true, hasTouch: true,
        javaScriptEnabled: false, colorScheme: 'light' });
    await page.goto(origin + address);
    const bytes = await page.screenshot();
    await page.close();
    return bytes;
}

/* Pages of a PDF, each a PNG. */
function sheets(name, ...numbers)
{
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'frontdoor-'));
    const file = path.join(SITE, 'print', name);
    const pages = numbers.map(number => {
        execFileSync('pdftoppm', ['-f', number, '-l', number, '-scale-to', 900, '-singlefile', '-png', file,
            path.join(folder, 'page')]);
        return fs.readFileSync(path.join(folder, 'page.png'));
    });
    fs.rmSync(folder, { recursive: true });
    return pages;
}

async function compose(browser, name, html)
{
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, deviceScaleFactor: SHARP });
    await page.setContent(`<!doctype html><style>${STYLE}</style><body>${html}`);
    const bytes = await withFewColours(page, await page.locator('body').screenshot());
    await page.close();
    fs.mkdirSync(TARGET, { recursive: true });
    fs.writeFileSync(path.join(TARGET, name), bytes);
    console.log(`generator/doc/pictures/${name}: ${(bytes.length / 1024).toFixed(0)} KB`);
    if (bytes.length > MOST)
        process.exitCode = 1;
}

const image = (kind, bytes) => `<img class="${kind}" src="${asAddress(bytes)}">`;
const server = await serve(), browser = await launch();
const phones = [];
for (const address of PHONES)
    phones.push(await photograph(browser, server.origin, address));
await compose(browser, 'phones.png', phones.map(bytes => image('phone', bytes)).join(''));

const [cover, left, right] = sheets('red-book.en-GB.pdf', '1', '2', '3'), [poster] = sheets('library-poster.en-GB.pdf', '1');
await compose(browser, 'paper.png', image('sheet', cover)
    + `<div class="spread">${image('sheet', left)}${image('sheet', right)}</div>` + image('sheet', poster));
await browser.close();
server.close();
