"""Files that are meant to make trouble, as base64: test/lib/datasets/own/hostile-pictures.json. Needs Pillow (9.4.0 made them)."""
import base64, io, json, struct, sys, zlib
from PIL import Image

SIDE = 32


def saved(picture, form, **options):
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of_size(width, height):
    """A whole file that announces a size it does not have."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


# The upper half is white.
halves = Image.new("RGB", (SIDE, 2 * SIDE), "black")
halves.paste("white", (0, 0, SIDE, SIDE))
turned = Image.Exif()
turned[0x0112] = 6
slope = Image.new("I;16", (SIDE, SIDE))
slope.putdata([2048 * (i % SIDE) for i in range(SIDE * SIDE)])
jpeg = saved(halves, "JPEG", quality=90)
frames = [Image.new("L", (SIDE, SIDE), shade) for shade in (255, 0)]
svg = b"""<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>fetch('https://example.org')</script><image href="https://example.org/a.png"/></svg>"""

files = {
    "empty": b"",
    "text": b"This is no picture, whatever its name says.\n",
    "jpeg": jpeg,
    "cutJpeg": jpeg[: len(jpeg) * 2 // 3],
    "hugePng": png_of_size(20000, 20000),
    "deepPng": saved(slope, "PNG"),
    "cmykJpeg": saved(Image.new("CMYK", (SIDE, SIDE), (0, 0, 0, 0)), "JPEG"),
    "movingGif": saved(frames[0], "GIF", save_all=True, append_images=frames[1:]),
    "svg": svg,
    "heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40,
    "turnedJpeg": saved(halves, "JPEG", quality=90, exif=turned),
    "onePixel": saved(Image.new("L", (1, 1), 255), "PNG"),
    "thread": saved(Image.new("L", (1, 5000), 255), "PNG"),
    "transparent": saved(Image.new("RGBA", (SIDE, SIDE), (255, 0, 0, 0)), "PNG"),
    "cutPng": saved(halves, "PNG")[:-20],
    "movingPng": saved(frames[0], "PNG", save_all=True, append_images=frames[1:]),
    "stillGif": saved(frames[0], "GIF"),
    "broken": b"\x01\x00\x02" * 40,
}
json.dump({name: base64.b64encode(data).decode() for name, data in files.items()}, sys.stdout, indent=2)
print()
