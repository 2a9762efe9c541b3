/** A rule's update put together from TF.js's operations, for back ends that have no kernel for it. */
import * as tf from "@tensorflow/tfjs-core";
import type {Parts, Rule} from "./rule.js";

/** Assigns new weights and slots to the variables of `parts`. Frees what it makes. */
export function composeUpdate(
  rule: Rule,
  {pairs, slots}: Parts<tf.Tensor>,
  params: readonly number[],
): void {
  tf.tidy(() => {
    const columns = pairs.map(({w, g, start}) => {
      const [moved, ...rest] = tf.tidy(() => [
        ...rule.compose(w, g, slotsOf(rule, slots, start, w), params),
      ]);
      (w as tf.Variable).assign(moved!);
      return {start, size: w.size, slots: rest};
    });
    if (slots) (slots as tf.Variable).assign(withColumns(slots as tf.Tensor2D, columns));
  });
}

/** The slots of weights `w`, each of their shape. */
function slotsOf(rule: Rule, slots: tf.Tensor | undefined, start: number, w: tf.Tensor) {
  return Array.from({length: rule.slotCount}, (_, kind) =>
    tf.reshape(tf.slice2d(slots as tf.Tensor2D, [kind, start], [1, w.size]), w.shape),
  );
}

interface Column {
  readonly start: number;
  readonly size: number;
  readonly slots: readonly tf.Tensor[];
}

/** `slots` [kinds, P] with these columns in place of the old ones. They are in rising order. */
function withColumns(slots: tf.Tensor2D, columns: readonly Column[]): tf.Tensor2D {
  const [kinds, length] = slots.shape;
  const rows = Array.from({length: kinds}, (_, kind) => {
    const old = (from: number, to: number) =>
      to > from ? [tf.slice2d(slots, [kind, from], [1, to - from])] : [];
    let end = 0;
    const parts = columns.flatMap(({start, size, slots: values}) => {
      const before = old(end, start);
      end = start + size;
      return [...before, tf.reshape(values[kind]!, [1, size]) as tf.Tensor2D];
    });
    return tf.concat2d([...parts, ...old(end, length)], 1);
  });
  return tf.concat2d(rows, 0);
}
