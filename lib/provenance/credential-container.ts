/**
 * Whether a file of a picture has room for Content Credentials of other programs in use (C2PA 2.2, appendix A): a chunk `caBX` of a PNG, segments APP11 with a box
 * `jumb` of a JPEG, a chunk `C2PA` of a WebP. Only the names and lengths of a file's parts are read here; what is in them is read where it can harm nobody.
 */

/** Pictures by their first bytes. */
export type PictureFormat = "image/png" | "image/jpeg" | "image/webp";

export interface Container {
  readonly format: PictureFormat;
  readonly hasCredentials: boolean;
}

/** Undefined for any other file. Of one that is cut short, what is there counts. Throws nothing. */
export function containerOf(bytes: Uint8Array): Container | undefined {
  for (const {format, begins, parts} of containers) {
    if (!begins(bytes)) continue;
    for (const isCredential of parts(bytes))
      if (isCredential) return {format, hasCredentials: true};
    return {format, hasCredentials: false};
  }
  return undefined;
}

interface Kind {
  readonly format: PictureFormat;
  readonly begins: (bytes: Uint8Array) => boolean;
  /** Of each part of the file, whether it holds credentials. */
  readonly parts: (bytes: Uint8Array) => Generator<boolean>;
}

const containers: readonly Kind[] = [
  {
    format: "image/png",
    begins: (bytes) => latin(bytes, 1, 4) === "PNG" && bytes[0] === 0x89,
    *parts(bytes) {
      const view = viewOf(bytes);
      for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at))
        yield latin(bytes, at + 4, at + 8) === "caBX";
    },
  },
  {
    format: "image/jpeg",
    begins: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8,
    *parts(bytes) {
      const view = viewOf(bytes);
      // Up to the pixels, before which all segments with words stand.
      for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
        const isJumbf = bytes[at + 1] === 0xeb && latin(bytes, at + 4, at + 6) === "JP";
        yield isJumbf && latin(bytes, at + 16, at + 20) === "jumb";
        at += 2 + Math.max(2, view.getUint16(at + 2));
      }
    },
  },
  {
    format: "image/webp",
    begins: (bytes) => latin(bytes, 0, 4) === "RIFF" && latin(bytes, 8, 12) === "WEBP",
    *parts(bytes) {
      const view = viewOf(bytes);
      for (let at = 12; at + 8 <= bytes.length; ) {
        yield latin(bytes, at, at + 4) === "C2PA";
        const length = view.getUint32(at + 4, true);
        at += 8 + length + (length % 2);
      }
    },
  },
];

const viewOf = ({buffer, byteOffset, byteLength}: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
