import type {PictureFacts} from "./picture-facts.js";

const marker = {start: 0xda, end: 0xd9, app1: 0xe1} as const;

/** A piece of the file before the picture's own data: its marker, and where its content lies. */
interface Segment {
  readonly name: number;
  readonly from: number;
  readonly to: number;
}

/** Of a JPEG: what its segments say, and whether its data end. */
export function jpegFacts(bytes: Uint8Array): PictureFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments = [...segmentsOf(view)];
  const frame = segments.find(isFrame);
  const scan = segments.find(({name}) => name === marker.start);
  const isCutOff = !frame || !scan || !hasEnd(bytes, scan.to);
  if (!frame || frame.to - frame.from < 6) return {isCutOff: true, notes: []};
  return {
    height: view.getUint16(frame.from + 1),
    width: view.getUint16(frame.from + 3),
    isCutOff,
    notes: [
      ...(view.getUint8(frame.from + 5) === 4 ? ["its four printing colours become three"] : []),
      ...(segments.some((each) => isTurned(view, each)) ? ["it is turned as its camera says"] : []),
    ],
  };
}

function* segmentsOf(view: DataView): Generator<Segment> {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const name = view.getUint8(at + 1);
    if (name === 0xff) {
      at += 1; // a byte that only fills
      continue;
    }
    const to = at + 2 + view.getUint16(at + 2);
    if (to > view.byteLength) return;
    yield {name, from: at + 4, to};
    if (name === marker.start) return;
    at = to;
  }
}

/** SOF0 to SOF15; three numbers among them are other markers. */
function isFrame({name}: Segment): boolean {
  return name >= 0xc0 && name <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(name);
}

/** A thumbnail has an end of its own, but lies before the data. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let i = bytes.length - 2; i >= from; i--)
    if (bytes[i] === 0xff && bytes[i + 1] === marker.end) return true;
  return false;
}

/** Whether the first directory of an Exif segment has an orientation other than 1. */
function isTurned(view: DataView, {name, from, to}: Segment): boolean {
  if (name !== marker.app1 || to - from < 16 || view.getUint32(from) !== 0x45786966) return false;
  const base = from + 6;
  const isLittle = view.getUint16(base) === 0x4949;
  const first = base + view.getUint32(base + 4, isLittle);
  if (first + 2 > to) return false;
  const count = view.getUint16(first, isLittle);
  for (let i = 0; i < count; i++) {
    const entry = first + 2 + 12 * i;
    if (entry + 12 > to) return false;
    if (view.getUint16(entry, isLittle) === 0x0112)
      return view.getUint16(entry + 8, isLittle) !== 1;
  }
  return false;
}
