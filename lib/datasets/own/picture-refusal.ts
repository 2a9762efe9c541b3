/** Why a file cannot become a picture of one's own, in words for whoever chose it. */
import type {PictureHeader} from "./picture-header.js";

/** In bytes: far more than a photograph has. */
export const mostFileBytes = 100_000_000;
/** Decoded, a pixel takes four bytes: a quarter of a gigabyte for so many. */
export const mostPixels = 64_000_000;
/** Of the shorter side, in pixels. */
export const leastSide = 8;

/** What is wrong and what to try, before anything was decoded; `undefined` where nothing is known to be wrong. */
export function refusalOf(header: PictureHeader): string | undefined {
  return kindRefusal(header) ?? sizeRefusal(header) ?? cutRefusal(header);
}

function kindRefusal({kind}: PictureHeader): string | undefined {
  switch (kind) {
    case "empty":
      return "it has 0 bytes. Copy or save it once more";
    case "text":
      return "there is text in it, no picture, whatever its name says. Choose the picture itself";
    case "svg":
      return "an SVG is a drawing in text, which may hold programs and links. Save it as PNG first";
    default:
      return undefined;
  }
}

function sizeRefusal({width, height}: PictureHeader): string | undefined {
  if (width === undefined || height === undefined) return undefined;
  const size = `${width} by ${height} pixels`;
  if (width * height > mostPixels)
    return `too many pixels: ${size} (at most ${mostPixels / 1e6} million). Save it smaller`;
  if (Math.min(width, height) < leastSide)
    return `too few pixels: ${size} (at least ${leastSide} on each side)`;
  return undefined;
}

function cutRefusal({isCutOff}: PictureHeader): string | undefined {
  return isCutOff ? "it ends before its picture does. Copy or download it once more" : undefined;
}

/** Said of a file longer than any photograph, which is not read. */
export function tooLong(bytes: number): string | undefined {
  if (bytes <= mostFileBytes) return undefined;
  return `too long: ${Math.round(bytes / 1e6)} million bytes (at most ${mostFileBytes / 1e6} million). Save it smaller`;
}

/** Said where the browser could not decode a file that nothing seemed to be wrong with. */
export function undecodable({kind}: PictureHeader): string {
  return kind === "heic"
    ? "this browser can't read HEIC. Save it as JPEG; on an iPhone choose Settings, Camera, Formats, Most Compatible"
    : "this browser can't read it. Open it in a program for pictures and save it as PNG or JPEG";
}
