/** What a learner needs to go on bit-equal: weights, slots of what moves them, and whatever else it keeps. */
import type {NamedArrays} from "../array.js";
import {
  checkArrays,
  checkNames,
  type NamedShapes,
  type NamedVariables,
  readVariables,
  shapesOf,
  writeVariables,
} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";

/** In the order of a state. */
export interface StateParts {
  readonly variables: NamedVariables;
  /** By what the names of their slots begin with. */
  readonly optimisers: Readonly<Record<string, Optimiser>>;
  readonly keeps: readonly Kept[];
}

/** A part of a state that is neither weights nor slots. */
export interface Kept {
  /** Copies. */
  state(): NamedArrays | Promise<NamedArrays>;
  /** Of the arrays that it takes from `state`. */
  shapes(state: NamedArrays): NamedShapes;
  restore(state: NamedArrays): void;
}

/** Copies. */
export async function stateOf({variables, optimisers, keeps}: StateParts): Promise<NamedArrays> {
  const parts = await Promise.all([
    readVariables(variables),
    ...Object.entries(optimisers).map(([prefix, optimiser]) => optimiser.state(prefix)),
    ...keeps.map((kept) => kept.state()),
  ]);
  return Object.assign({}, ...parts);
}

/** Puts such a state back. Throws a RangeError when a name or shape does not fit; then nothing has changed. */
export function restoreState(parts: StateParts, state: NamedArrays): void {
  const shapes = shapesIn(parts, state);
  checkNames(state, shapes);
  checkArrays(state, shapes);
  writeVariables(parts.variables, state);
  for (const [prefix, optimiser] of Object.entries(parts.optimisers))
    optimiser.restore(prefix, state);
  for (const kept of parts.keeps) kept.restore(state);
}

function shapesIn({variables, optimisers, keeps}: StateParts, state: NamedArrays): NamedShapes {
  return Object.assign(
    shapesOf(variables),
    ...Object.entries(optimisers).map(([prefix, optimiser]) => optimiser.shapes(prefix)),
    ...keeps.map((kept) => kept.shapes(state)),
  );
}
