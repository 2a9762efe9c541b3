/** What a model that one Adam trains keeps and changes: its variables, the optimiser's slots, and the learning rate. */
import type {NamedArrays} from "../array.js";
import type {Adam} from "./adam.js";
import {type LiveValue, liveNumber} from "./live-params.js";
import {
  checkArrays,
  checkNames,
  type NamedVariables,
  readVariables,
  shapesOf,
  writeVariables,
} from "./model-state.js";

/** All that is needed to go on bit-equal. Copies. */
export async function adamModelState(variables: NamedVariables, adam: Adam): Promise<NamedArrays> {
  const [weights, slots] = await Promise.all([readVariables(variables), adam.state("adam")]);
  return {...weights, ...slots};
}

/** Puts such a state back. Throws when a name or shape does not fit; then nothing has changed. */
export function restoreAdamModel(variables: NamedVariables, adam: Adam, state: NamedArrays): void {
  const shapes = {...shapesOf(variables), ...adam.shapes("adam")};
  checkNames(state, shapes);
  checkArrays(state, shapes);
  writeVariables(variables, state);
  adam.restore("adam", state);
}

/** Sets the one live param of such a model. Throws a RangeError for another name, or for what is no number. */
export function setLearningRate(adam: Adam, name: string, value: LiveValue): void {
  adam.learningRate = liveNumber(["learningRate"], name, value);
}
