/** Ways in which a signed file may come to another person. */
import {pngText, withPngText} from "../lib/png-text.js";
import {credentialKeyword, withoutCredential} from "../lib/provenance/credential.js";

export const changes = {
  none: "As it was signed",
  pixel: "Change one pixel",
  recipe: "Claim another seed",
  elsewhere: "Put it on another picture",
  foreign: "Let a stranger sign",
  later: "Wait two years",
  short: "Cut the file short",
  stripped: "Cut the credential out",
} as const;

export type Change = keyof typeof changes;

export interface SignedFiles {
  readonly signed: Uint8Array;
  /** The same, by a key that nobody knows. */
  readonly foreign: Uint8Array;
  /** Unsigned, with a pixel that differs. */
  readonly otherPixels: Uint8Array;
}

/** Bytes that are missing at the end. */
const cut = 100;

export function changedFile(
  change: Change,
  {signed, foreign, otherPixels}: SignedFiles,
): Uint8Array {
  const text = pngText(signed, credentialKeyword)!;
  switch (change) {
    case "none":
    case "later":
      return signed;
    case "pixel":
      return withPngText(otherPixels, credentialKeyword, text);
    case "recipe":
      return withPngText(
        withoutCredential(signed),
        credentialKeyword,
        text.replace(/seed = \d+/, "seed = 12345"),
      );
    case "elsewhere":
      return withPngText(withPngText(otherPixels, "Title", "mine"), credentialKeyword, text);
    case "foreign":
      return foreign;
    case "short":
      return signed.subarray(0, signed.length - cut);
    case "stripped":
      return withoutCredential(signed);
  }
}
