import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  localCompletionSource,
} from "../vendor/codemirror.js";
import type {OfferedName, TextFieldOptions} from "./text-field.js";

type Found = CompletionResult | null;
type Source = (context: CompletionContext) => Found | Promise<Found>;

/** The names that are handed in, also those with a dot in them ("Math.exp"), and the names that the code itself defines. */
export function nameCompletions(names: TextFieldOptions["names"]): Source[] {
  const offered: Source = async (context) => {
    const word = context.matchBefore(/[\w.]+/);
    if (!word && !context.explicit) return null;
    const options = (await names()).map(completionOf);
    return {from: word?.from ?? context.pos, options, validFor: /^[\w.]*$/};
  };
  return [offered, localCompletionSource];
}

function completionOf({name, detail, info}: OfferedName): Completion {
  return {
    label: name,
    type: "function",
    ...(detail !== undefined && {detail}),
    ...(info !== undefined && {info}),
  };
}
