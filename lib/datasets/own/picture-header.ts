/**
 * Facts about a picture that its file's first bytes tell, before anything is decoded: a file of some kilobytes can ask for gigabytes.
 *
 *     PNG    IHDR: width, height, bits, colour type; acTL: it moves; IEND ends it      (W3C, Portable Network Graphics, section 11)
 *     JPEG   SOFn: height, width, components; APP1 "Exif": orientation; EOI ends it    (ITU T.81, annex B; Exif 2.32, section 4.6)
 *     GIF    logical screen; image blocks, more than one if it moves                   (CompuServe, 89a)
 */
import {gifFacts} from "./gif-header.js";
import {jpegFacts} from "./jpeg-header.js";
import type {PictureFacts} from "./picture-facts.js";
import {pngFacts} from "./png-header.js";

/** `other` are kinds that the browser may know, whose size is not read here. */
export type PictureKind =
  | "empty"
  | "png"
  | "jpeg"
  | "gif"
  | "webp"
  | "bmp"
  | "heic"
  | "svg"
  | "text"
  | "other";

export interface PictureHeader extends PictureFacts {
  readonly kind: PictureKind;
}

/** What `bytes`, a whole file, says of itself. It never throws. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader {
  const kind = kindOf(bytes);
  if (kind === "png") return {kind, ...pngFacts(bytes)};
  if (kind === "jpeg") return {kind, ...jpegFacts(bytes)};
  if (kind === "gif") return {kind, ...gifFacts(bytes)};
  return {kind, notes: []};
}

function kindOf(bytes: Uint8Array): PictureKind {
  if (bytes.length === 0) return "empty";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  const head = latin(bytes, 0, 12);
  if (/^GIF8[79]a/.test(head)) return "gif";
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return "webp";
  if (head.startsWith("BM")) return "bmp";
  if (/^[\s\S]{4}ftyp(hei|hev|mif1|msf1)/.test(head)) return "heic";
  return kindOfText(bytes);
}

/** Files of text have no zero bytes, and say early if they are a drawing. */
function kindOfText(bytes: Uint8Array): PictureKind {
  const start = bytes.subarray(0, 4096);
  if (start.includes(0)) return "other";
  const text = new TextDecoder().decode(start);
  if (/<svg[\s>]/i.test(text)) return "svg";
  return text.includes("\ufffd") ? "other" : "text";
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((value, i) => bytes[i] === value);
}

/** `length` bytes from `offset` as Latin letters. */
export function latin(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}
