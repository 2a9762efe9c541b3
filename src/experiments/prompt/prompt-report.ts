/** What was understood of a prompt, on its way from the worker to the page: as JSON in UTF-8, since a snapshot holds arrays only. */
import type {NdArray} from "../../lib/array.js";
import type {Prompt, Understood} from "../../lib/prompts/parse-prompt.js";
import type {TermKind} from "../../lib/prompts/prompt-terms.js";
import {textArray, textOf} from "../../lib/text-array.js";

export interface PromptReport {
  readonly wanted: readonly ReportedTerm[];
  readonly unwanted: readonly ReportedTerm[];
  readonly unknown: Prompt["unknown"];
  /** Unknown words that are not listed, of which there are too many. */
  readonly more: number;
}

export interface ReportedTerm {
  readonly said: string;
  readonly name: string;
  readonly kind: TermKind;
}

/** Unknown words that are told by name, and terms of each list. */
const most = {unknown: 8, terms: 40} as const;
/** Characters of a word. */
const longest = 40;

export function reportOf({wanted, unwanted, unknown}: Prompt): PromptReport {
  const listed = unknown.slice(0, most.unknown);
  return {
    wanted: reported(wanted),
    unwanted: reported(unwanted),
    unknown: listed.map(({said, near}) => ({said: shortened(said), near})),
    more: unknown.length - listed.length,
  };
}

function reported(words: readonly Understood[]): ReportedTerm[] {
  return words.slice(0, most.terms).map(({said, term: {name, kind}}) => ({said, name, kind}));
}

function shortened(word: string): string {
  const letters = [...word];
  return letters.length > longest ? `${letters.slice(0, longest).join("")}…` : word;
}

export function packReport(report: PromptReport): NdArray<Uint8Array> {
  return textArray(JSON.stringify(report));
}

/** The report that `packReport` packed. */
export function unpackReport(packed: NdArray<Uint8Array>): PromptReport {
  return JSON.parse(textOf(packed));
}
