/** Weights and optimiser slots as plain arrays by name, and back. A state is checked whole before any of it is used. */
import type {NamedArrays, NdArray} from "../array.js";
import * as tf from "../tf.js";

export type NamedVariables = Readonly<Record<string, tf.Variable>>;
export type NamedShapes = Readonly<Record<string, readonly number[]>>;

/** The weights of `network` as `<prefix>/<layer>/<kind>`, those that are not trained too. */
export function namedVariables(network: tf.LayersModel, prefix: string): NamedVariables {
  return Object.fromEntries(
    network.weights.map((weight) => [`${prefix}/${weight.originalName}`, variableOf(weight)]),
  );
}

/** The variable behind a layer's weight: `read` is typed as a tensor but returns it. */
export function variableOf(weight: tf.LayerVariable): tf.Variable {
  return weight.read() as tf.Variable;
}

/** Copies of the values. */
export async function readVariables(variables: NamedVariables): Promise<NamedArrays> {
  const entries = Object.entries(variables).map(async ([name, variable]) => {
    const data = (await variable.data<"float32">()).slice();
    return [name, {data, shape: [...variable.shape]}] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Takes each variable's values from the array of its name, which has been checked. */
export function writeVariables(variables: NamedVariables, arrays: NamedArrays): void {
  tf.tidy(() => {
    for (const [name, variable] of Object.entries(variables))
      variable.assign(tf.tensor(arrays[name]!.data, variable.shape, "float32"));
  });
}

/** The shape of each of `all`, variables or plain arrays, by its name. */
export function shapesOf(all: Readonly<Record<string, Pick<NdArray, "shape">>>): NamedShapes {
  return Object.fromEntries(Object.entries(all).map(([name, {shape}]) => [name, shape]));
}

/** Throws a RangeError unless `arrays` has every name of `shapes` with that shape. It may have others. */
export function checkArrays(arrays: NamedArrays, shapes: NamedShapes): void {
  for (const [name, shape] of Object.entries(shapes)) checkArray(name, arrays[name], shape);
}

/** Throws a RangeError when `arrays` has a name that `shapes` has not. */
export function checkNames(arrays: NamedArrays, shapes: NamedShapes): void {
  const unknown = Object.keys(arrays).find((name) => !Object.hasOwn(shapes, name));
  if (unknown !== undefined)
    throw new RangeError(`unknown array: ${unknown} (one of ${Object.keys(shapes).join(", ")})`);
}

function checkArray(name: string, array: NdArray | undefined, shape: readonly number[]): void {
  if (!array) throw new RangeError(`missing array: ${name} ([${shape}])`);
  if (`${array.shape}` !== `${shape}`)
    throw new RangeError(`invalid shape of ${name}: [${array.shape}] ([${shape}])`);
  const size = tf.util.sizeFromShape([...shape]);
  if (array.data.length !== size)
    throw new RangeError(`invalid length of ${name}: ${array.data.length} (${size})`);
}
