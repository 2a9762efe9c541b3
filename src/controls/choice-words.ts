import {isOwnName} from "../lib/own-name.js";
import type {ChoiceParam} from "../lib/params.js";
import {ownSetFacts} from "../storage/own-set-index.js";

/** A value of a choice as the reader knows it. */
export function choiceWords({options}: Pick<ChoiceParam, "options">, value: string): string {
  if (!isOwnName(value)) return options[value] ?? value;
  const facts = ownSetFacts(value);
  return facts ? `yours: ${facts.title}` : `pictures that are not here (${value})`;
}
