/*
 * lighthouse - the four scores of pages of the built sample, on a phone with slow 4G as Lighthouse simulates it.
 *
 *     FRONTDOOR_SITE=folder node lighthouse.mjs [ADDRESS...]
 *
 * The server sends what the settings of `frontdoor hosting` send: gzip, caching, types. A page is looked at three times and
 * the median counts: the machine's load shows in the first figure. Ends with 1 where a score is below 100, and says why.
 */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

const SITE = process.env.FRONTDOOR_SITE, RUNS = Number(process.env.RUNS ?? 3);
const PAGES = ['/', '/services/baby-clinic/', '/topics/infant-feeding/', '/ur/services/baby-clinic/'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const TYPES = {
    '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
    '.png': 'image/png', '.jpg': 'image/jpeg', '.txt': 'text/plain',
};

function answer(request, response)
{
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = path.join(SITE, path.normalize(name), name.endsWith('/') ? 'index.html' : '');
    fs.readFile(file, (error, bytes) => {
        const type = TYPES[path.extname(file)] ?? 'application/octet-stream', text = /text|svg/.test(type);
        response.writeHead(error ? 404 : 200, {
            'Content-Type': type, ...text && { 'Content-Encoding': 'gzip' },
            'Cache-Control': name.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'max-age=300',
        });
        response.end(error ? '' : text ? zlib.gzipSync(bytes, { level: 6 }) : bytes);
    });
}

const scoreOf = (result, category) => Math.round(result.categories[category].score * 100);

function median(results, category)
{
    return results.map(result => scoreOf(result, category)).sort((a, b) => a - b)[results.length >> 1];
}

/* What cost points, once each. */
function reasons(result)
{
    return CATEGORIES.flatMap(category => result.categories[category].auditRefs
        .filter(({ id, weight }) => weight && result.audits[id].score !== null && result.audits[id].score < 0.9)
        .map(({ id }) => `    ${category}: ${result.audits[id].title} ${result.audits[id].displayValue ?? ''}`));
}

const server = http.createServer(answer);
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const chrome = await launch({ chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium', logLevel: 'silent',
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
console.log(`${'page'.padEnd(36)}${CATEGORIES.map(name => name.padStart(16)).join('')}`);
for (const address of process.argv.length > 2 ? process.argv.slice(2) : PAGES) {
    const results = [];
    for (let run = 0; run < RUNS; run++)
        results.push((await lighthouse(`http://127.0.0.1:${server.address().port}${address}`,
            { port: chrome.port, logLevel: 'silent', onlyCategories: CATEGORIES })).lhr);
    const scores = CATEGORIES.map(category => median(results, category));
    console.log(address.padEnd(36) + scores.map(score => String(score).padStart(16)).join(''));
    if (scores.some(score => !(score >= 100))) {
        console.log([...new Set(results.flatMap(reasons))].join('\n'));
        process.exitCode = 1;
    }
}
chrome.kill();
server.close();
