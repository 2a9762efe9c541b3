import type {PictureFacts} from "./picture-facts.js";

/** Of a PNG: what its chunks say, and whether the last one is there. */
export function pngFacts(bytes: Uint8Array): PictureFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) return {isCutOff: true, notes: []};
  const notes = view.getUint8(24) === 16 ? ["16 bits a channel become 8"] : [];
  const names = chunkNames(view);
  if (names.includes("acTL")) notes.push("it moves, and its first picture is taken");
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    isCutOff: !names.includes("IEND"),
    notes,
  };
}

/** Names of all chunks that are there whole. */
function chunkNames(view: DataView): string[] {
  const names: string[] = [];
  let at = 8;
  while (at + 12 <= view.byteLength) {
    const end = at + 12 + view.getUint32(at);
    if (end > view.byteLength) break;
    names.push(String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(at + i))));
    at = end;
  }
  return names;
}
