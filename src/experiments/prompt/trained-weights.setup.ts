/** The weights that data/train-prompt.ts has trained. */
import {unpackBundle} from "../../lib/bundle.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {dequantise} from "../../lib/models/quantised.js";
import type {PromptTerms} from "../../lib/prompts/prompt-terms.js";
import {withWeights} from "../shared/averaged-weights.setup.js";

/** Puts the weights in `bytes` (unzipped) into the network and its average. Throws a RangeError where they are of other words. */
export async function takeTrained(
  model: FlowModel,
  bytes: Uint8Array,
  {terms}: PromptTerms,
): Promise<void> {
  const {header, arrays} = unpackBundle(bytes);
  const {words} = header as {readonly words: readonly string[]};
  const other = terms.findIndex(({name}, column) => name !== words[column]);
  if (other >= 0 || words.length !== terms.length)
    throw new RangeError(
      `other words: ${words.length}, number ${other} being ${words[other]} (${terms.length}, ${terms[other]?.name}). Train it again: npx tsx data/train-prompt.ts`,
    );
  model.restore(withWeights(await model.state(), dequantise(arrays)));
}
