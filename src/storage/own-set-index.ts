/** What a page has to know at once of the reader's own sets of pictures: names, titles, labels. Their pixels lie in a database. */
import {isOwnName, type OwnName} from "../lib/own-name.js";
import {basePath} from "./place.js";

export interface OwnSetFacts {
  readonly name: OwnName;
  readonly title: string;
  readonly labels: readonly string[];
  readonly count: number;
}

const key = `from-noise ${basePath} own sets`;
const most = 100;

/** Sets of this tab that the browser did not keep. */
let unkept: readonly OwnSetFacts[] = [];

/** Every set of this reader, oldest first. What can't be read is left out. */
export function ownSetIndex(): readonly OwnSetFacts[] {
  const kept = readIndex();
  return [...kept, ...unkept.filter(({name}) => kept.every((each) => each.name !== name))];
}

/** The set of this name, if it is here. */
export function ownSetFacts(name: unknown): OwnSetFacts | undefined {
  return isOwnName(name) ? ownSetIndex().find((each) => each.name === name) : undefined;
}

/** Adds a set, or takes the place of the one of its name; says whether the browser keeps that. */
export function noteOwnSet(facts: OwnSetFacts): boolean {
  const others = ownSetIndex().filter(({name}) => name !== facts.name);
  return writeIndex([...others, facts]);
}

export function forgetOwnSet(name: OwnName): void {
  writeIndex(ownSetIndex().filter((each) => each.name !== name));
}

export function forgetOwnSets(): void {
  writeIndex([]);
}

function readIndex(): readonly OwnSetFacts[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(value) ? value.filter(isFacts).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Without the checks that name what is wrong, which every page with an experiment would have to fetch: nobody is told. */
function isFacts(value: unknown): value is OwnSetFacts {
  const {name, title, labels, count} = (value ?? {}) as Record<keyof OwnSetFacts, unknown>;
  const isText = (text: unknown, most: number) => typeof text === "string" && text.length <= most;
  return (
    isOwnName(name) &&
    isText(title, 60) &&
    Array.isArray(labels) &&
    labels.length <= 10 &&
    labels.every((label) => isText(label, 40)) &&
    Number.isInteger(count) &&
    Number(count) >= 1 &&
    Number(count) <= 10_000
  );
}

function writeIndex(sets: readonly OwnSetFacts[]): boolean {
  unkept = sets;
  try {
    if (sets.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(sets));
    return true;
  } catch {
    return false;
  }
}
