#!/usr/bin/python3
"""Write generator/publish/pdf_srgb.c: an sRGB profile of our own, small and always the same.

Usage: srgb.py > generator/publish/pdf_srgb.c

The form is ICC.1:2001-04 (profile version 2), which every PDF reader knows. The numbers are those of IEC 61966-2-1
(sRGB): its transfer function, and its primaries adapted to the profile connection space's D50 by the Bradford matrix.
A profile from a library would carry the time it was made; a profile from elsewhere would carry somebody's licence.
"""
import struct

D50 = (0.9642, 1.0, 0.8249)
RED = (0.43607, 0.22249, 0.01392)
GREEN = (0.38515, 0.71687, 0.09708)
BLUE = (0.14307, 0.06061, 0.71410)
CURVE_POINTS = 256
PER_LINE = 18


def fixed(value):
    return struct.pack(">i", round(value * 65536))


def xyz(values):
    return b"XYZ \0\0\0\0" + b"".join(fixed(v) for v in values)


def description(text):
    """textDescriptionType: ASCII, then empty Unicode and Macintosh parts."""
    ascii_text = text.encode("ascii") + b"\0"
    return (b"desc\0\0\0\0" + struct.pack(">I", len(ascii_text)) + ascii_text
            + struct.pack(">IIHB", 0, 0, 0, 0) + bytes(67))


def linear(encoded):
    return encoded / 12.92 if encoded <= 0.04045 else ((encoded + 0.055) / 1.055) ** 2.4


def curve():
    points = [round(linear(i / (CURVE_POINTS - 1)) * 65535) for i in range(CURVE_POINTS)]
    return b"curv\0\0\0\0" + struct.pack(">I", CURVE_POINTS) + struct.pack(f">{CURVE_POINTS}H", *points)


def profile():
    shared = curve()
    tags = [
        (b"desc", description("sRGB IEC61966-2.1")),
        (b"cprt", b"text\0\0\0\0" + b"No copyright, use freely.\0"),
        (b"wtpt", xyz(D50)),
        (b"rXYZ", xyz(RED)), (b"gXYZ", xyz(GREEN)), (b"bXYZ", xyz(BLUE)),
        (b"rTRC", shared), (b"gTRC", shared), (b"bTRC", shared),
    ]
    table, data, seen = b"", b"", {}
    start = 128 + 4 + 12 * len(tags)
    for name, body in tags:
        if body not in seen:
            seen[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table += name + struct.pack(">II", seen[body], len(body))
    size = start + len(data)
    date = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    header = (struct.pack(">I", size) + bytes(4) + struct.pack(">I", 0x02100000) + b"mntrRGB XYZ " + date
              + b"acsp" + bytes(4) + bytes(4) + bytes(8) + bytes(8) + bytes(4)
              + b"".join(fixed(v) for v in D50) + bytes(4))
    header += bytes(128 - len(header))
    return header + struct.pack(">I", len(tags)) + table + data


def main():
    data = profile()
    print("/* Written by tests/pdf/srgb.py from the numbers of IEC 61966-2-1: see there. Not edited by hand. */")
    print('#include "publish/pdf_srgb.h"\n')
    print(f"const unsigned char door_pdf_srgb[DOOR_PDF_SRGB_SIZE] = {{")
    for i in range(0, len(data), PER_LINE):
        print("    " + " ".join(f"0x{byte:02X}," for byte in data[i:i + PER_LINE]))
    print("};")


if __name__ == "__main__":
    main()
