/** Values for an experiment's params, from a file or a database: complete and legal, or refused in one short line. */

import {
  changedParams,
  defaultParams,
  type Params,
  paramError,
  parseParams,
} from "../../lib/params.js";
import {experiments} from "../../src/experiments/index.js";
import {mutateJson} from "./mutate-json.js";
import {messageProblem, type Outcome, type Target} from "./target.js";

interface Parsed extends Outcome {
  readonly id: string;
  readonly params?: Params;
  readonly message?: string;
}

export const paramValues: Target<Parsed> = {
  name: "params",
  seeds: Object.values(experiments).map(({id, params}) =>
    JSON.stringify({id, values: defaultParams(params)}),
  ),
  mutate: mutateJson,
  run(text) {
    const {id, values} = given(text);
    const {params: table} = experiments[id]!;
    try {
      const params = parseParams(table, values) as Params;
      return {kind: `taken ${Object.keys(changedParams(table, params))}`, id, params};
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return {kind: error.message.slice(0, 20), id, message: error.message};
    }
  },
  holds({id, params, message}) {
    if (message !== undefined) return messageProblem(message);
    const {params: table} = experiments[id]!;
    const illegal = Object.entries(table).find(([name, param]) =>
      paramError(name, param, params![name]),
    );
    if (illegal) return "an illegal value was taken";
    const isAll = Object.keys(params!).length === Object.keys(table).length;
    return isAll ? undefined : "params with a name that there is not";
  },
};

/** What a mutated text says, an empty record of values where it is no JSON. */
function given(text: string): {id: string; values: Record<string, unknown>} {
  const nothing = {id: "gan-plane", values: {}};
  try {
    const {id, values} = JSON.parse(text) as {id: string; values: Record<string, unknown>};
    const isRecord = typeof values === "object" && values !== null && !Array.isArray(values);
    if (!isRecord) return nothing;
    return {id: Object.hasOwn(experiments, id) ? id : nothing.id, values};
  } catch {
    return nothing;
  }
}
