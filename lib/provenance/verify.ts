/** What a picture claims of itself, and which of that holds. Never throws, whatever the bytes. */
import {type PngChunk, pngChunks, pngText} from "../png-text.js";
import {credentialsIn, hashesOf, isSigned, parseCredential} from "./credential.js";
import {parseStatement, type Statement} from "./statement.js";

export interface Verifying {
  readonly subtle: SubtleCrypto;
  /** Keys whose holders the reader knows. */
  readonly known: readonly string[];
  readonly now: Date;
}

export type Verdict = keyof typeof verdicts;

export interface Verification {
  readonly verdict: Verdict;
  /** The signed statement, wherever one can be read; believe it only when `isSigned`. */
  readonly statement?: Statement;
  readonly key?: string;
  readonly isSigned?: boolean;
  /** The recipe that stands in the file unsigned. */
  readonly recipe?: string;
}

/** What each verdict means to a reader. */
export const verdicts = {
  holds:
    "The signature holds. The picture is as it was when the holder of a key that you know signed it.",
  foreign:
    "The signature holds, but nothing here says whose key it is. Anybody can make a key and sign with it.",
  expired: "The signature held, but its time is over.",
  early:
    "The signature says that it holds from a time which has not come yet. One of the two clocks is wrong.",
  pixels: "The pixels are not the ones that were signed. The rest of the file is.",
  rest: "The pixels are those that were signed. Something else in the file was changed.",
  other:
    "The credential is genuine, and belongs to another file: neither the pixels nor the rest are those that were signed.",
  statement:
    "The statement is not the one that was signed: it was changed afterwards, or the key was.",
  damaged: "There is a credential that cannot be read.",
  several: "There is more than one credential, so that it is not clear which one counts.",
  none: "There is no credential of this course. That says nothing about the picture: most pictures have none, and one is cut out in a second.",
  broken: "This is no whole PNG file. It was cut short, or bytes of it were changed on the way.",
} as const;

/** Checks in the order in which a failure makes all later ones meaningless. */
export async function verify(png: Uint8Array, verifying: Verifying): Promise<Verification> {
  const chunks = soundChunks(png);
  if (!chunks) return {verdict: "broken"};
  const recipe = pngText(png, "Recipe");
  const told = recipe === undefined ? {} : {recipe};
  const [text, another] = credentialsIn(chunks);
  if (text === undefined) return {verdict: "none", ...told};
  if (another !== undefined) return {verdict: "several", ...told};
  const credential = parseCredential(text);
  const statement = credential && parseStatement(credential.statement);
  const isInPlace = credentialsIn(chunks.slice(-2)).length === 1;
  if (!credential || !statement || !isInPlace) return {verdict: "damaged", ...told};
  const isGenuine = await isSigned(verifying.subtle, credential);
  const found = {...told, statement, key: credential.key, isSigned: isGenuine};
  if (!isGenuine) return {verdict: "statement", ...found};
  return {verdict: await verdictOf(png, statement, credential.key, verifying), ...found};
}

async function verdictOf(
  png: Uint8Array,
  {pixels, rest, from, until}: Statement,
  key: string,
  {subtle, known, now}: Verifying,
): Promise<Verdict> {
  const hashes = await hashesOf(subtle, png);
  const [samePixels, sameRest] = [hashes.pixels === pixels, hashes.rest === rest];
  if (!samePixels) return sameRest ? "pixels" : "other";
  if (!sameRest) return "rest";
  if (now.getTime() > new Date(until).getTime()) return "expired";
  if (now.getTime() < new Date(from).getTime()) return "early";
  return known.includes(key) ? "holds" : "foreign";
}

/** The chunks of a whole file: every check sum is right, IHDR comes first, IEND last, and nothing after it. */
function soundChunks(png: Uint8Array): readonly PngChunk[] | undefined {
  const chunks = chunksOf(png);
  const last = chunks?.at(-1);
  if (!chunks || last?.type !== "IEND" || last.start + last.data.length + 12 !== png.length)
    return undefined;
  return chunks[0]!.type === "IHDR" && chunks.every(({isSound}) => isSound) ? chunks : undefined;
}

function chunksOf(png: Uint8Array): readonly PngChunk[] | undefined {
  try {
    return pngChunks(png);
  } catch {
    return undefined;
  }
}
