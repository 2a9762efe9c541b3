/**
 * What an optimiser remembers of each weight, such as its moments: several numbers (kinds) a weight. All of it lies in one tensor
 * [kinds, P], so that a kernel needs one address for it; a tensor of weights has its columns there.
 */
import * as tf from "@tensorflow/tfjs-core";

/** TF.js's pair of a name and a tensor, which it does not export by name. */
export type NamedTensor = Awaited<ReturnType<tf.Optimizer["saveIterations"]>>;

/** The slots of one tensor of weights. */
interface Entry {
  /** `<weights>/<kind>` for each kind. */
  readonly names: readonly string[];
  readonly shape: number[];
  readonly size: number;
  /** First column. */
  readonly start: number;
}

export class Slots {
  readonly #kinds: readonly string[];
  #entries: readonly Entry[] = [];
  #values: tf.Variable<tf.Rank.R2> | undefined;
  #views: readonly tf.Variable[] = [];

  constructor(kinds: readonly string[]) {
    this.#kinds = kinds;
  }

  /** [kinds, P]; undefined without kinds or before the first weights. */
  get values(): tf.Variable | undefined {
    return this.#values;
  }

  /** The first column of the i-th weights. */
  start(i: number): number {
    return this.#entries[i]?.start ?? 0;
  }

  /**
   * Makes room, filled with zeros, for weights that come for the first time. As in TF.js, what counts is their place in the list and
   * not their name. Throws an Error for weights of another size than those that had the place before.
   */
  fit(weights: readonly tf.Variable[]): void {
    if (this.#kinds.length === 0) return;
    for (const [i, entry] of this.#entries.entries()) if (weights[i]) checkSize(entry, weights[i]);
    const added = weights.slice(this.#entries.length);
    if (added.length === 0) return;
    const isFirst = this.#entries.length === 0;
    const entries = layOut([
      ...this.#entries,
      ...added.map(({name, shape}) => ({
        names: this.#kinds.map((kind) => `${name}/${kind}`),
        shape,
      })),
    ]);
    const more = entries.slice(this.#entries.length).reduce((total, {size}) => total + size, 0);
    const zeros = () => tf.zeros<tf.Rank.R2>([this.#kinds.length, more]);
    this.#replace(entries, () => (isFirst ? zeros() : tf.concat2d([this.#values!, zeros()], 1)));
  }

  /** One tensor for each kind and weights, kind by kind. They are this object's; the next call brings them up to date. */
  read(): NamedTensor[] {
    const parts = tf.tidy(() => this.#parts());
    if (this.#views.length === 0)
      this.#views = tf.tidy(() => parts.map((part) => tf.variable(part, false)));
    else for (const [i, view] of this.#views.entries()) view.assign(parts[i]!);
    tf.dispose(parts);
    const names = this.#kinds.flatMap((_, kind) =>
      this.#entries.map((entry) => entry.names[kind]!),
    );
    return names.map((name, i) => ({name, tensor: this.#views[i]!}));
  }

  #parts(): tf.Tensor[] {
    return this.#kinds.flatMap((_, kind) =>
      this.#entries.map(({start, size, shape}) =>
        tf.reshape(tf.slice2d(this.#values!, [kind, start], [1, size]), shape),
      ),
    );
  }

  /** Takes what `read` gave, here or in TF.js's own optimiser. Copies. */
  write(named: readonly NamedTensor[]): void {
    const count = named.length / this.#kinds.length;
    if (!Number.isInteger(count))
      throw new Error(
        `invalid number of slots: ${named.length} (a multiple of ${this.#kinds.length})`,
      );
    const byKind = this.#kinds.map((_, kind) => named.slice(kind * count, (kind + 1) * count));
    const entries = layOut(
      (byKind[0] ?? []).map(({tensor}, i) => ({
        names: byKind.map((of) => of[i]!.name),
        shape: tensor.shape,
      })),
    );
    for (const of of byKind)
      for (const [i, {name, tensor}] of of.entries()) checkShape(name, tensor.shape, entries[i]!);
    this.#replace(entries, () =>
      tf.concat2d(
        byKind.map((of) => row(of.map((each) => each.tensor))),
        0,
      ),
    );
  }

  #replace(entries: readonly Entry[], make: () => tf.Tensor2D): void {
    const values = entries.length > 0 ? tf.tidy(() => tf.variable(make(), false)) : undefined;
    this.dispose();
    this.#entries = entries;
    this.#values = values;
  }

  dispose(): void {
    tf.dispose([...this.#views]);
    this.#values?.dispose();
    this.#views = [];
    this.#entries = [];
    this.#values = undefined;
  }
}

function layOut(entries: readonly {names: readonly string[]; shape: number[]}[]): Entry[] {
  let start = 0;
  return entries.map((entry) => {
    const size = tf.util.sizeFromShape(entry.shape);
    start += size;
    return {...entry, size, start: start - size};
  });
}

/** [1, P] */
function row(tensors: readonly tf.Tensor[]): tf.Tensor2D {
  const rows = tensors.map((each) => tf.reshape(tf.cast(each, "float32"), [1, each.size]));
  return tf.concat2d(rows as tf.Tensor2D[], 1);
}

function checkSize({names, size, shape}: Entry, weights: tf.Variable): void {
  if (weights.size !== size)
    throw new Error(
      `invalid shape of ${weights.name}: [${weights.shape}] ([${shape}], as ${names[0]} has it)`,
    );
}

function checkShape(name: string, shape: readonly number[], entry: Entry): void {
  if (`${shape}` !== `${entry.shape}`)
    throw new Error(`invalid shape of ${name}: [${shape}] ([${entry.shape}])`);
}
