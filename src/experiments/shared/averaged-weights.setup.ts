/** Weights that a script of data/ has trained, put where a run begins. */
import type {NamedArrays} from "../../lib/array.js";
import {unpackBundle} from "../../lib/bundle.js";
import type {Model} from "../../lib/models/model.js";
import {dequantise} from "../../lib/models/quantised.js";

/** Puts the weights in `bytes` (unzipped), by layer and kind, into the model's network and into its average. */
export async function takeTrained(model: Model, bytes: Uint8Array): Promise<void> {
  const trained = dequantise(unpackBundle(bytes).arrays);
  model.restore(withWeights(await model.state(), trained));
}

/** `state` with the `trained` weights, by layer and kind, in the network and in its average. */
export function withWeights(state: NamedArrays, trained: NamedArrays): NamedArrays {
  return Object.fromEntries(
    Object.entries(state).map(([name, array]) => {
      const [, weight = ""] = /^(?:learner|average)\/(.*)$/.exec(name) ?? [];
      return [name, trained[weight] ?? array];
    }),
  );
}
