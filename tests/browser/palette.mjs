/*
 * palette - a picture as a small PNG: at most 256 colours, which is more than flat pages and drawings have to show.
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
