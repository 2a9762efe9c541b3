/** Mutations of JSON that keep it JSON: what a reader's program, a broken disk or somebody's hand makes of a file. */
import type {Random} from "../../lib/random.js";
import {
  childAt,
  type Fields,
  type List,
  type Place,
  parseTree,
  placesIn,
  setChild,
  sizeOf,
  type Tree,
  treeOf,
  weightOf,
  writeTree,
} from "./json-tree.js";
import {mutateText} from "./mutate-text.js";
import {oddCount, oddJson, oddNumber, oddWord} from "./odd-values.js";
import {pick} from "./target.js";

/** `text` after one to four mutations of its tree; one in eight is changed as plain text instead, and so is what is no JSON. */
export function mutateJson(text: string, random: Random, others: readonly string[]): string {
  const tree = random.integer(8) === 0 ? undefined : treeIn(text);
  if (!tree) return mutateText(text, random, others);
  const root: List = {items: [tree]};
  for (let left = 1 + random.integer(4); left > 0 && weightOf(root) < 3e5; left--)
    mutateTree(root, random, others);
  return writeTree(root.items[0] ?? {raw: ""});
}

function treeIn(text: string): Tree | undefined {
  try {
    return parseTree(text);
  } catch {
    return undefined;
  }
}

type Mutation = (place: Place, random: Random, others: readonly string[], root: List) => void;

function mutateTree(root: List, random: Random, others: readonly string[]): void {
  const place = placeIn(root, random);
  if (place) pick(random, mutations)(place, random, others, root);
}

/** Any place, or one on the way of a walk down: long lists have most of the places, and little to say. */
function placeIn(root: List, random: Random): Place | undefined {
  if (random.integer(2) === 0) return pick(random, [undefined, ...placesIn(root)]);
  let place: Place | undefined;
  for (let at: Tree = root; !("raw" in at) && sizeOf(at) > 0; at = childAt(place)) {
    place = {parent: at, index: random.integer(sizeOf(at))};
    if (at !== root && random.integer(4) === 0) break;
  }
  return place;
}

/** A copy, so that a later mutation changes one of the two only. */
function copyOf(tree: Tree): Tree {
  if ("raw" in tree) return {raw: tree.raw};
  if ("items" in tree) return {items: tree.items.map(copyOf)};
  return {entries: tree.entries.map(([key, each]) => [key, copyOf(each)])};
}

const remove: Mutation = ({parent, index}) => {
  if ("items" in parent) parent.items.splice(index, 1);
  else parent.entries.splice(index, 1);
};

const swap: Mutation = (place, random) => {
  const other = {parent: place.parent, index: random.integer(sizeOf(place.parent))};
  const [mine, theirs] = [childAt(place), childAt(other)];
  setChild(place, theirs);
  setChild(other, mine);
};

const replace: Mutation = (place, random) => setChild(place, {raw: oddJson(random)});

/** Many of the same, each with its whole numbers one higher: what a long list looks like. */
const stretch: Mutation = ({parent, index}, random) => {
  const one: Tree = "items" in parent ? parent.items[index]! : {entries: [parent.entries[index]!]};
  const count = Math.min(oddCount(random), 3e5 / weightOf(one));
  if ("items" in parent) {
    const item = parent.items[index]!;
    parent.items.splice(index, 1, ...Array.from({length: count}, (_, i) => counted(item, i)));
  } else {
    const [key, value] = parent.entries[index]!;
    const copies = Array.from({length: count}, (_, i) => [`${key}${i}`, copyOf(value)] as const);
    for (const [name, copy] of copies) parent.entries.push([name, copy]);
  }
};

function counted(tree: Tree, by: number): Tree {
  if ("items" in tree) return {items: tree.items.map((each) => counted(each, by))};
  if ("entries" in tree)
    return {entries: tree.entries.map(([key, each]) => [key, counted(each, by)])};
  return /^\d{1,9}$/.test(tree.raw) ? {raw: `${Number(tree.raw) + by}`} : {raw: tree.raw};
}

const repeatKey: Mutation = ({parent, index}, random) => {
  if ("items" in parent) return;
  parent.entries.push([parent.entries[index]![0], {raw: oddJson(random)}]);
};

const rename: Mutation = ({parent, index}, random) => {
  if ("items" in parent) return;
  const others = parent.entries.map(([key]) => key);
  const name = random.integer(2) === 0 ? pick(random, others) : oddWord(random);
  parent.entries[index]![0] = name;
};

const add: Mutation = ({parent}, random) => {
  if ("items" in parent) parent.items.push({raw: oddJson(random)});
  else parent.entries.push([oddWord(random), {raw: oddJson(random)}]);
};

const retype: Mutation = (place, random) => {
  const tree = childAt(place);
  const kinds: (() => Tree)[] = [
    () => ({items: [tree]}),
    () => ({entries: [["value", tree]]}),
    () => ({raw: JSON.stringify(writeTree(tree))}),
    () => ("raw" in tree ? {raw: tree.raw.replace(/^"(.*)"$/, "$1") || "0"} : asOther(tree)),
  ];
  setChild(place, pick(random, kinds)());
};

/** A list as an object with indices for keys, an object as the list of its values. */
function asOther(tree: List | Fields): Tree {
  if ("entries" in tree) return {items: tree.entries.map(([, value]) => value)};
  return {entries: tree.items.map((value, i) => [`${i}`, value])};
}

/** A part of this tree or of another text. */
const transplant: Mutation = (place, random, others, root) => {
  const source = random.integer(2) === 0 ? root : treeIn(pick(random, others));
  if (!source || "raw" in source) return;
  const from = placesIn(source);
  if (from.length > 0) setChild(place, copyOf(childAt(pick(random, from))));
};

const tweak: Mutation = (place, random, others) => {
  const tree = childAt(place);
  if (!("raw" in tree)) return;
  const value = plainOf(tree.raw);
  if (typeof value === "number") setChild(place, {raw: otherNumber(value, random)});
  else if (typeof value === "string") setChild(place, treeOf(otherWord(value, random, others)));
};

function plainOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function otherNumber(value: number, random: Random): string {
  const ways = [value + 1, value - 1, -value, value * 10, value / 3, value + 0.5, value * 1e300];
  return random.integer(3) === 0 ? oddNumber(random) : String(pick(random, ways));
}

function otherWord(word: string, random: Random, others: readonly string[]): string {
  const choice = random.integer(4);
  if (choice === 0) return oddWord(random);
  if (choice === 1) return word.repeat(Math.min(oddCount(random), 2 + 1e6 / (word.length + 1)));
  return mutateText(word, random, others);
}

const mutations: readonly Mutation[] = [
  ...[remove, swap, replace, replace, stretch, repeatKey, rename],
  ...[add, retype, transplant, tweak, tweak, tweak],
];
