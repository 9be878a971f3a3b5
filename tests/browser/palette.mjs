/*
 * palette - the colours of what a browser draws: a picture as a small PNG (256 are more than flat pages and drawings have
 * to show), and how far colours stand apart.
 */
import zlib from 'node:zlib';

/* Runs in the browser, which has read the PNG: { width, height, colours, pixels }, the colours that cover most first. */
async function reduce(address)
{
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height), brush = canvas.getContext('2d');
    brush.drawImage(picture, 0, 0);
    const bytes = brush.getImageData(0, 0, picture.width, picture.height).data, counts = new Map();
    const at = i => bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2];
    for (let i = 0; i < bytes.length; i += 4)
        counts.set(at(i), (counts.get(at(i)) ?? 0) + 1);
    const far = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + ((a >> 8 & 255) - (b >> 8 & 255)) ** 2
        + ((a & 255) - (b & 255)) ** 2;
    const colours = [], index = new Map();
    const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
    for (const colour of sorted) {
        let nearest = 0, distance = Infinity;
        for (let i = 0; i < colours.length; i++)
            if (far(colour, colours[i]) < distance)
                distance = far(colour, colours[nearest = i]);
        if (distance > 40 && colours.length < 256)
            nearest = colours.push(colour) - 1;
        index.set(colour, nearest);
    }
    const pixels = [];
    for (let i = 0; i < bytes.length; i += 4)
        pixels.push(index.get(at(i)));
    return { width: picture.width, height: picture.height, colours, pixels };
}

function chunk(type, bytes)
{
    const body = Buffer.concat([Buffer.from(type, 'latin1'), bytes]), ends = Buffer.alloc(8);
    ends.writeUInt32BE(bytes.length, 0);
    ends.writeUInt32BE(crc(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/* PNG's checksum, which Debian 12's Node does not have. */
function crc(bytes)
{
    let sum = ~0;
    for (const byte of bytes) {
        sum ^= byte;
        for (let bit = 0; bit < 8; bit++)
            sum = sum >>> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
    }
    return ~sum >>> 0;
}

/* The PNG's bytes with few colours; page is any page of the browser. */
export async function withFewColours(page, png)
{
    const picture = await page.evaluate(reduce, `data:image/png;base64,${png.toString('base64')}`);
    const { width, height, colours, pixels } = picture, head = Buffer.alloc(13), rows = Buffer.alloc((width + 1) * height);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head[8] = 8;
    head[9] = 3;        /* a palette */
    for (let y = 0; y < height; y++)
        rows.set(pixels.slice(y * width, (y + 1) * width), y * (width + 1) + 1);
    return Buffer.concat([
        Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head),
        chunk('PLTE', Buffer.from(colours.flatMap(colour => [colour >> 16, colour >> 8 & 255, colour & 255]))),
        chunk('IDAT', zlib.deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0)),
    ]);
}

/* Runs in the browser: how bright each pixel is, as WCAG 2.2 defines relative luminance. */
async function brightness(address)
{
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height), brush = canvas.getContext('2d');
    brush.drawImage(picture, 0, 0);
    const bytes = brush.getImageData(0, 0, picture.width, picture.height).data, found = [];
    const linear = value => value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    for (let i = 0; i < bytes.length; i += 4)
        found.push(0.2126 * linear(bytes[i]) + 0.7152 * linear(bytes[i + 1]) + 0.0722 * linear(bytes[i + 2]));
    return found;
}

/* The brightness of each pixel in a part of the window, from 0 to 1. A page of its own decodes: the site's policy is strict. */
async function pixels(page, clip)
{
    const png = await page.screenshot({ clip, animations: 'disabled' });
    const desk = await page.context().newPage();
    const found = await desk.evaluate(brightness, `data:image/png;base64,${png.toString('base64')}`);
    await desk.close();
    return found;
}

function ratio(a, b)
{
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/* The contrast of the words of an element with their ground, as they are drawn: the brightest pixel with the darkest. */
export async function contrastDrawn(page, selector)
{
    const clip = await page.evaluate(chosen => {
        const range = document.createRange(), element = document.querySelector(chosen);
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        range.selectNodeContents(element);
        const box = range.getBoundingClientRect(), x = Math.max(box.left, 0), y = Math.max(box.top, 0);
        return { x, y, width: Math.min(box.right, innerWidth) - x, height: Math.min(box.bottom, innerHeight) - y };
    }, selector);
    if (clip.width < 1 || clip.height < 1)
        return 1;       /* not drawn at all */
    const found = await pixels(page, clip);
    return ratio(found.reduce((a, b) => Math.max(a, b)), found.reduce((a, b) => Math.min(a, b)));
}

/*
 * How many pixels of a part of the window stand out at least so much from what they were before; before and after are
 * what pixels() gave.
 */
export function changed(before, after, wanted)
{
    return after.filter((value, i) => ratio(value, before[i]) >= wanted).length;
}

export { pixels };
