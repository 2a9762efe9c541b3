/** What a reader asks a conditional generator for, in words, as classes. */
import {isOwnName} from "../../lib/own-name.js";
import type {SamplingParams} from "../../lib/param-groups.js";
import type {conditionalGan} from "./experiment.js";

export type Asking = SamplingParams<typeof conditionalGan.params>;

/** More are not drawn at once. */
export const mostAsked = 12;

/**
 * The classes named in `text`: every character where all names are one character long ("2026"), otherwise names between commas ("coat,
 * bag"), in any case. Throws a RangeError that says what is wrong and what can be asked for.
 */
export function askedClasses(text: string, classNames: readonly string[]): number[] {
  const words = wordsOf(text, classNames);
  const all = classNames.join(", ");
  if (words.length === 0) throw new RangeError(`Nothing is asked for yet. There is: ${all}.`);
  if (words.length > mostAsked)
    throw new RangeError(`${words.length} are too many: at most ${mostAsked} at once.`);
  return words.map((word) => {
    const index = classNames.findIndex((name) => name.toLowerCase() === word.toLowerCase());
    if (index < 0) throw new RangeError(`It never learned “${word}”. There is: ${all}.`);
    return index;
  });
}

/** What is asked for of a data set with these names until the reader asks for something else. */
export function firstAsked(dataset: string, classNames: readonly string[]): string {
  if (isOwnName(dataset)) return classNames.slice(0, 4).join(separatorOf(classNames));
  return dataset === "clothes" ? "coat, bag, ankle boot" : "2026";
}

/** What the kinds of a data set are asked for by: those of a reader's own by numbers from 1, for their labels stay on the page. */
export function askedNames(dataset: string, classNames: readonly string[]): readonly string[] {
  return isOwnName(dataset) ? classNames.map((_, i) => String(i + 1)) : classNames;
}

/** A number for each of `count` pictures that its noise follows from. */
export function handsOf(count: number, {hand, oneHand}: Omit<Asking, "asked">): number[] {
  return Array.from({length: count}, (_, i) => (oneHand ? hand : 1000 * hand + i));
}

function wordsOf(text: string, classNames: readonly string[]): string[] {
  return text
    .split(separatorOf(classNames).trim())
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** Names of a single character need nothing between them. */
function separatorOf(classNames: readonly string[]): string {
  return classNames.every(({length}) => length === 1) ? "" : ", ";
}

/** "asked for 2026; the classifier sees 2026", without a classifier "asked for 12", "…; the classifier sees 2626: 3 of 4 as asked". */
export function seenText(
  asked: readonly number[],
  seen: ArrayLike<number> | undefined,
  classNames: readonly string[],
): string {
  const name = (classes: readonly number[]) =>
    classes.map((index) => classNames[index]).join(separatorOf(classNames));
  if (!seen) return `Asked for ${name(asked)}.`;
  const right = asked.filter((index, i) => index === seen[i]).length;
  const words = `Asked for ${name(asked)}; the classifier sees ${name(Array.from(seen))}`;
  return right === asked.length ? `${words}.` : `${words}: ${right} of ${asked.length} as asked.`;
}
