/** A hundred faces that are worn by others, and whom a recogniser takes them for. */

import type {SwapCounts} from "../figures/provenance/swap-text.js";
import {faces} from "../lib/datasets/faces.js";
import {Random} from "../lib/random.js";
import {choicesIn, type Seen} from "./avatar-eye.js";
import type {AvatarStudio} from "./avatar-studio.js";

/** What a recogniser goes by. Mouths move, glasses come off, backgrounds change. */
const identity = ["skin", "hair", "hairColour", "beard"];
const isIdentity = faces.attributes.map(({name}) => identity.includes(name));

/** In a line-up stand the owner of the face, the wearer, and the owners of the next pairs. */
const strangers = 8;

export interface Trial {
  readonly pairs: number;
  readonly seed: number;
}

/** An avatar as the classifier sees it. */
export interface Looked {
  readonly code: Float32Array;
  readonly seen: Seen;
}

export interface Pair {
  readonly owner: Looked;
  readonly wearer: Looked;
}

/** Avatars that nobody has met, two by two. Yields how many pairs there are. */
export function* drawnPairs(
  studio: AvatarStudio,
  {pairs, seed}: Trial,
): Generator<number, readonly Pair[]> {
  if (!(Number.isInteger(pairs) && pairs > strangers))
    throw new RangeError(`invalid number of pairs: ${pairs} (a whole number above ${strangers})`);
  const random = new Random(seed).fork("pairs");
  const drawn: Pair[] = [];
  while (drawn.length < pairs) {
    const [owner, wearer] = [0, 1].map(() => looked(studio, random.normals(studio.codeSize)));
    yield drawn.push({owner: owner!, wearer: wearer!});
  }
  return drawn;
}

/** Yields how many have swapped. */
export function* swapTrial(
  studio: AvatarStudio,
  pairs: readonly Pair[],
  stays: readonly string[],
): Generator<number, SwapCounts> {
  const takenFor = {owner: 0, wearer: 0, stranger: 0};
  const byAttribute = faces.attributes.map(() => ({differ: 0, owner: 0, wearer: 0}));
  let lessSure = 0;
  for (const [i, {owner, wearer}] of pairs.entries()) {
    const made = looked(studio, studio.swapped(owner.code, wearer.code, stays));
    const others = Array.from(
      {length: strangers},
      (_, k) => pairs[(i + 1 + k) % pairs.length]!.owner,
    );
    const picked = nearest(
      made.seen,
      [...others, wearer, owner].map(({seen}) => seen),
    );
    takenFor[picked === strangers + 1 ? "owner" : picked === strangers ? "wearer" : "stranger"]++;
    if (sureness(made.seen) < sureness(others[0]!.seen)) lessSure++;
    compare(byAttribute, made.seen, owner.seen, wearer.seen);
    yield i + 1;
  }
  return {pairs: pairs.length, takenFor, byAttribute, lessSure};
}

function looked(studio: AvatarStudio, code: Float32Array): Looked {
  return {code, seen: studio.look(studio.draw(code))};
}

/** Counts, of attributes in which owner and wearer differ, whose the made picture has. */
function compare(
  byAttribute: {differ: number; owner: number; wearer: number}[],
  ...seen: readonly Seen[]
): void {
  const [made, owner, wearer] = seen.map(choicesIn) as [number[], number[], number[]];
  for (const [a, counts] of byAttribute.entries()) {
    if (owner[a] === wearer[a]) continue;
    counts.differ++;
    if (made[a] === owner[a]) counts.owner++;
    if (made[a] === wearer[a]) counts.wearer++;
  }
}

/** The one of the line-up whose probabilities of skin, hair, hair colour and beard are nearest; the first of equals. */
function nearest(made: Seen, lineUp: readonly Seen[]): number {
  const distances = lineUp.map((each) => distance(made, each));
  return distances.indexOf(Math.min(...distances));
}

function distance(a: Seen, b: Seen): number {
  let sum = 0;
  for (const [i, options] of a.entries())
    if (isIdentity[i]) for (const [o, p] of options.entries()) sum += (p - b[i]![o]!) ** 2;
  return sum;
}

/** The mean over attributes of the probability of the likeliest option. */
function sureness(seen: Seen): number {
  return seen.reduce((sum, options) => sum + Math.max(...options), 0) / seen.length;
}
