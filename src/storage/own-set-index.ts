/** What a page has to know at once of the reader's own sets of pictures: names, titles, labels. Their pixels lie in a database. */
import {fieldsOf, listOf, textOf, wholeNumber} from "../lib/field-checks.js";
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
    return listOf("sets", value, most).flatMap((each) => readFacts(each) ?? []);
  } catch {
    return [];
  }
}

function readFacts(value: unknown): OwnSetFacts | undefined {
  try {
    const {name, title, labels, count} = fieldsOf("set", value);
    if (!isOwnName(name)) return undefined;
    return {
      name,
      title: textOf("title", title, 60),
      labels: listOf("labels", labels, 10).map((label) => textOf("label", label, 40)),
      count: wholeNumber("count", count, 1, 10_000),
    };
  } catch {
    return undefined;
  }
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
