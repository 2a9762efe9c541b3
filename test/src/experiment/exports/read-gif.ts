/** A GIF reader of its own, for tests: what it needs of GIF89a, written from the specification and not from the writer. */

export interface ReadFrame {
  /** 0xRRGGBB for each pixel. */
  readonly pixels: readonly number[];
  readonly ms: number;
}

export interface ReadGif {
  readonly width: number;
  readonly height: number;
  readonly loops: boolean;
  readonly frames: readonly ReadFrame[];
}

export function readGif(file: Uint8Array): ReadGif {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const short = (at: number) => view.getUint16(at, true);
  if (String.fromCharCode(...file.subarray(0, 6)) !== "GIF89a") throw new Error("no GIF89a");
  const [width, height, packed] = [short(6), short(8), file[10]!];
  const size = packed & 0x80 ? 2 << (packed & 7) : 0;
  const table = Array.from({length: size}, (_, i) => view.getUint32(13 + 3 * i - 1) & 0xffffff);
  let at = 13 + 3 * size;
  const blocks = () => {
    const data: number[] = [];
    for (; file[at]! > 0; at += file[at]! + 1)
      data.push(...file.subarray(at + 1, at + 1 + file[at]!));
    at++;
    return data;
  };
  const frames: ReadFrame[] = [];
  let [loops, ms] = [false, 0];
  for (;;) {
    const kind = file[at++];
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      const label = file[at++];
      const data = blocks();
      if (label === 0xf9) ms = 10 * (data[1]! + 256 * data[2]!);
      if (label === 0xff) loops = String.fromCharCode(...data.slice(0, 11)) === "NETSCAPE2.0";
    } else if (kind === 0x2c) {
      const [left, top, w, h, flags] = [
        short(at),
        short(at + 2),
        short(at + 4),
        short(at + 6),
        file[at + 8]!,
      ];
      if (left || top || w !== width || h !== height || flags) throw new Error("not a whole frame");
      at += 9;
      const bits = file[at++]!;
      const colours = unpack(blocks(), bits);
      if (colours.length !== width * height) throw new Error(`${colours.length} pixels`);
      frames.push({pixels: colours.map((colour) => table[colour]!), ms});
    } else throw new Error(`unknown block: ${kind}`);
  }
  if (at !== file.length) throw new Error("bytes after the end");
  return {width, height, loops, frames};
}

/** Strings are kept whole: slow, and plainly what the specification says. */
function unpack(data: readonly number[], bits: number): number[] {
  const [clear, end] = [1 << bits, (1 << bits) + 1];
  const fresh = () => Array.from({length: end + 1}, (_, i) => (i < clear ? [i] : []));
  let strings = fresh();
  let width = bits + 1;
  let before: number[] | undefined;
  const out: number[] = [];
  for (let bit = 0; ; ) {
    let code = 0;
    for (let i = 0; i < width; i++, bit++) {
      const byte = data[bit >> 3];
      if (byte === undefined) throw new Error("the codes end without an end");
      code |= ((byte >> (bit & 7)) & 1) << i;
    }
    if (code === end) {
      if (data.length - Math.ceil(bit / 8) > 0) throw new Error("codes after the end");
      return out;
    }
    if (code === clear) {
      [strings, width, before] = [fresh(), bits + 1, undefined];
      continue;
    }
    if (code > strings.length || (code === strings.length && !before))
      throw new Error(`a code from nowhere: ${code}`);
    const string = strings[code] ?? [...before!, before![0]!];
    if (before && strings.length < 4096) strings.push([...before, string[0]!]);
    if (strings.length === 1 << width && width < 12) width++;
    for (const colour of string) out.push(colour);
    before = string;
  }
}
