import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {Trial} from "../../../../lib/grading/trial.js";

interface File {
  readonly picture: number[];
  readonly statement: {readonly recipe: string; readonly hash: number};
  readonly signature: number;
  readonly key: number;
  readonly known: number[];
}

/** Products of two primes, with the exponent that signs. */
const pairs = [
  [61, 53],
  [71, 59],
  [83, 47],
  [67, 61],
].map(([p, q]) => ({key: p! * q!, sign: inverse(17, (p! - 1) * (q! - 1))}));

function inverse(e: number, phi: number): number {
  for (let d = 1; d < phi; d++) if ((e * d) % phi === 1) return d;
  throw new RangeError(`no inverse of ${e} modulo ${phi}`);
}

function power(base: number, exponent: number, modulus: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = (result * base) % modulus;
  return result;
}

const hash = (values: readonly number[]) =>
  values.reduce((sum, value) => (sum * 31 + value + 7) % 3001, 1);
const wordsHash = ({recipe, hash: claimed}: File["statement"]) =>
  hash([...`${recipe} ${claimed}`].map((letter) => letter.charCodeAt(0)));

const kinds = ["honest", "pixel", "words", "stranger", "copied", "all wrong"] as const;

/** A file that was signed, and then perhaps changed in one of several ways. */
function drawFile(draw: Draw): File {
  return made(draw.oneOf(kinds), {
    picture: Array.from({length: draw.size(2, 5, 20)}, () => draw.integer(0, 255)),
    seed: draw.integer(1, 99),
    pair: draw.integer(0, pairs.length - 1),
  });
}

interface Parts {
  readonly picture: number[];
  readonly seed: number;
  readonly pair: number;
}

function made(kind: (typeof kinds)[number], {picture, seed, pair}: Parts): File {
  const {key, sign} = pairs[pair]!;
  const known = pairs
    .filter((_, i) => i !== pair)
    .map((each) => each.key)
    .slice(0, 2);
  const statement = {recipe: `seed ${seed}`, hash: hash(picture)};
  const signature = power(wordsHash(statement), sign, key);
  const file = {picture, statement, signature, key, known: [...known, key]};
  const otherPicture = picture.map((value, i) => (i === 0 ? (value + 100) % 256 : value));
  if (kind === "pixel") return {...file, picture: otherPicture};
  if (kind === "words") return {...file, statement: {...statement, recipe: `seed ${seed + 1}`}};
  if (kind === "stranger") return {...file, known};
  if (kind === "copied") return {...file, picture: otherPicture, known};
  if (kind === "all wrong")
    return {...file, picture: otherPicture, known, statement: {...statement, recipe: "camera"}};
  return file;
}

function answers({picture, statement, signature, key, known}: File) {
  return {
    genuine: power(signature, 17, key) === wordsHash(statement),
    same: hash(picture) === statement.hash,
    trusted: known.includes(key),
  };
}

function verdictOf(file: File): string {
  const {genuine, same, trusted} = answers(file);
  if (!genuine) return "statement changed";
  if (!same) return "pixels changed";
  return trusted ? "holds" : "stranger";
}

function checked(call: Trial["call"], file: File): Promise<unknown> {
  const {picture, statement, signature, key, known} = file;
  return call("checkFile", picture, statement, signature, key, known);
}

const advices = {
  genuine:
    "the signature is not opened: what it should say is taken for what it says. One line with opened does not belong.",
  same: "the claim in the statement is taken for the picture’s own hash. One line with pixels does not belong.",
  trusted:
    "the file’s own key is put on the list of known ones. One line with known does not belong.",
} as const;

const titles = {
  genuine: "is the statement genuine?",
  same: "are the pixels the same?",
  trusted: "is the key known?",
} as const;

const names = Object.keys(advices) as (keyof typeof advices)[];

export const tests = [
  ...names.map((name) =>
    property(
      "checks",
      titles[name],
      1,
      drawFile,
      async (file, {call, check}) => {
        const yours = check.field(await checked(call, file), name);
        const right = answers(file)[name];
        check.that(typeof yours === "boolean", {
          expected: String(right),
          yours: "no answer",
          advice: `a line that answers ${titles[name]} is missing, or set aside.`,
        });
        check.that(yours === right, {
          expected: String(right),
          yours: String(yours),
          advice: advices[name],
        });
      },
      60,
    ),
  ),
  test("verdict", "each way of being wrong has its name", 2, async ({call, check, random}) => {
    for (const [i, kind] of kinds.entries())
      for (const pair of pairs.keys()) {
        const picture = Array.from({length: 4 + i}, () => random.integer(256));
        const file = made(kind, {picture, seed: 1 + random.integer(90), pair});
        const yours = check.field(await checked(call, file), "verdict");
        check.that(yours !== "", {
          expected: verdictOf(file),
          yours: "no verdict",
          advice: "the last line says what all of it comes to.",
        });
        check.that(yours === verdictOf(file), {
          expected: verdictOf(file),
          yours: String(yours),
          advice:
            "here a file passes that should not, or is named wrongly. Which answer was given too kindly?",
        });
      }
  }),
];
