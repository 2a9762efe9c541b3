import {beforeAll, describe, expect, test} from "vitest";
import {sheetPng} from "../../../data/png.js";
import {pngText, withPngText} from "../../../lib/png-text.js";
import {
  credentialKeyword,
  fingerprint,
  keyText,
  newKeys,
  withCredential,
  withoutCredential,
} from "../../../lib/provenance/credential.js";
import {type Verifying, verify} from "../../../lib/provenance/verify.js";
import {Random} from "../../../lib/random.js";

const {subtle} = globalThis.crypto;
const now = new Date("2026-11-29T12:00:00.000Z");
const told = {
  recipe: "gan-digits, step 400, wasm\nseed = 7",
  from: "2026-11-29T11:00:00.000Z",
  until: "2027-11-29T11:00:00.000Z",
};
const random = new Random(1);
const picture = (recipe: string) => {
  const data = Uint8Array.from({length: 2 * 36}, () => random.integer(256));
  return withPngText(sheetPng({data, shape: [2, 6, 6, 1]}, 2, 1), "Recipe", recipe);
};
const plain = picture(told.recipe);
let [own, stranger] = [undefined, undefined] as unknown as readonly [CryptoKeyPair, CryptoKeyPair];
let signed: Uint8Array;
let verifying: Verifying;

beforeAll(async () => {
  [own, stranger] = await Promise.all([newKeys(subtle), newKeys(subtle)]);
  signed = await withCredential(plain, told, {subtle, keys: own});
  verifying = {subtle, known: [await keyText(subtle, own)], now};
});

const verdict = async (png: Uint8Array, given: Partial<Verifying> = {}) =>
  (await verify(png, {...verifying, ...given})).verdict;

/** With `change` made to the text of the credential, and all check sums right again. */
function retold(png: Uint8Array, change: (text: string) => string): Uint8Array {
  return withPngText(
    withoutCredential(png),
    credentialKeyword,
    change(pngText(png, credentialKeyword)!),
  );
}

describe("a credential", () => {
  test("holds for the picture that was signed, and tells what was signed", async () => {
    const found = await verify(signed, verifying);
    expect(found).toMatchObject({verdict: "holds", isSigned: true, recipe: told.recipe});
    expect(found.statement).toMatchObject(told);
    expect(withoutCredential(signed)).toEqual(plain);
    const again = await withCredential(signed, told, {subtle, keys: own});
    expect(await verdict(again)).toBe("holds");
  });

  test("names a changed pixel, though its check sums are right", async () => {
    const pixels = picture(told.recipe);
    const text = pngText(signed, credentialKeyword)!;
    expect(await verdict(withPngText(pixels, credentialKeyword, text))).toBe("pixels");
  });

  test("names a statement that was changed, and one taken from another file", async () => {
    const seeded = retold(signed, (text) => text.replace("seed = 7", "seed = 8"));
    expect(await verdict(seeded)).toBe("statement");
    const text = pngText(signed, credentialKeyword)!;
    const other = withPngText(picture("another recipe"), credentialKeyword, text);
    expect(await verdict(other)).toBe("other");
  });

  test("names a foreign key, and a key that was put in another's place", async () => {
    const foreign = await withCredential(plain, told, {subtle, keys: stranger});
    expect(await verdict(foreign)).toBe("foreign");
    const [mine, theirs] = await Promise.all([own, stranger].map((each) => keyText(subtle, each)));
    expect(await verdict(retold(signed, (text) => text.replace(mine!, theirs!)))).toBe("statement");
    expect(await fingerprint(subtle, mine!)).not.toBe(await fingerprint(subtle, theirs!));
  });

  test("names a time that is over, or has not come", async () => {
    expect(await verdict(signed, {now: new Date("2028-01-01")})).toBe("expired");
    expect(await verdict(signed, {now: new Date("2026-11-29")})).toBe("early");
  });

  test("names what was stripped, doubled, cut short or cannot be read", async () => {
    expect(await verdict(plain)).toBe("none");
    expect((await verify(plain, verifying)).recipe).toBe(told.recipe);
    const text = pngText(signed, credentialKeyword)!;
    expect(await verdict(withPngText(signed, credentialKeyword, text))).toBe("several");
    for (const length of [0, 7, 8, 30, signed.length - 12, signed.length - 1])
      expect(await verdict(signed.subarray(0, length)), `${length} bytes`).toBe("broken");
    expect(await verdict(Uint8Array.from([...signed, 0]))).toBe("broken");
    for (const odd of ["", "{}", "null", "[1]", `${text} `, text.replace("{", "{ ")])
      expect(await verdict(retold(signed, () => odd)), odd).toBe("damaged");
  });

  test("names what else was changed in the file, or moved", async () => {
    const text = pngText(signed, credentialKeyword)!;
    const recipe = await verdict(
      withPngText(withPngText(plain, "Comment", "not by a machine"), credentialKeyword, text),
    );
    expect(recipe).toBe("rest");
    expect(await verdict(withPngText(signed, "Comment", "afterwards"))).toBe("damaged");
  });
});

test("of a thousand files with changes by chance none passes, and none throws", async () => {
  const chance = new Random(5);
  const seen = new Set<string>();
  for (let i = 0; i < 1000; i++) {
    const changed = fuzzed(signed, i % 2 === 0, chance);
    const found = await verdict(changed);
    seen.add(found);
    if (found === "holds") expect(changed, `file ${i}`).toEqual(signed);
  }
  expect([...seen].sort()).toEqual(expect.arrayContaining(["broken", "damaged", "statement"]));
});

/** Some bytes changed, cut, doubled or moved; if `isMended`, only within the credential and with right check sums. */
function fuzzed(png: Uint8Array, isMended: boolean, chance: Random): Uint8Array {
  if (isMended) return retold(png, (text) => changedText(text, chance));
  const bytes = [...png];
  const at = chance.integer(bytes.length);
  const count = 1 + chance.integer(40);
  const kind = chance.integer(4);
  if (kind === 0) bytes[at]! ^= 1 << chance.integer(8);
  else if (kind === 1) bytes.splice(at, count);
  else if (kind === 2) bytes.splice(at, 0, ...bytes.slice(at, at + count));
  else bytes.length = at;
  return Uint8Array.from(bytes);
}

function changedText(text: string, chance: Random): string {
  const at = chance.integer(text.length);
  const letters = ['"', "{", "}", ":", ",", "\\", "0", "A", "z", "-", " ", "é"];
  const put = letters[chance.integer(letters.length)]!;
  return text.slice(0, at) + put + text.slice(at + chance.integer(2));
}
