import {deflateSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {crc32, pngText, withPngText} from "../../lib/png-text.js";

/** The smallest PNG there is: one black grey pixel, put together chunk by chunk. */
function onePixel(): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Uint8Array.from([...Buffer.from(type), ...data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return [...length, ...body, ...crc];
  };
  return Uint8Array.from([
    ...[137, 80, 78, 71, 13, 10, 26, 10],
    ...chunk("IHDR", Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    ...chunk("IDAT", deflateSync(Uint8Array.from([0, 0]))),
    ...chunk("IEND", new Uint8Array(0)),
  ]);
}

describe("png text", () => {
  it("has the CRC of the PNG specification's IEND chunk and of the check string", () => {
    expect(crc32(Buffer.from("IEND"))).toBe(0xae426082);
    expect(crc32(Buffer.from("123456789"))).toBe(0xcbf43926);
  });

  it("gives back what was put in, in any language, and leaves the other chunks alone", () => {
    const png = onePixel();
    const text = "gan-digits, step 600\nseed = 7\nFréchet 數";
    const marked = withPngText(png, "Recipe", text);
    expect(pngText(marked, "Recipe")).toBe(text);
    expect(pngText(marked, "Other")).toBeUndefined();
    expect(pngText(png, "Recipe")).toBeUndefined();
    expect(marked.subarray(0, png.length - 12)).toEqual(png.subarray(0, png.length - 12));
    expect(marked.subarray(-12)).toEqual(png.subarray(-12));
  });

  it("refuses what is no PNG or is cut short", () => {
    expect(() => withPngText(Uint8Array.of(1, 2, 3), "Recipe", "")).toThrow("wrong signature");
    expect(() => withPngText(onePixel().subarray(0, 40), "Recipe", "")).toThrow("invalid PNG");
  });
});
