/**
 * Pairs of reflow.ts for a second step that begins where the pupil's own first one leads. At the time t a pair (x0, x1) is looked at on the
 * straight line between its ends. But who goes from x0 to t in one leap gets to x = x0 + t v(x0, 0), beside that line, and must go on from
 * there. So rows of that time have other noise, whose line to x1 is at x when it is t:
 *
 *     x0' = (x - t x1) / (1 - t),      x1 - x0' = (x1 - x) / (1 - t)
 *
 * On the straight path alone, for a model that says the velocity.
 */
import * as tf from "../../tf.js";
import type {FlowModel} from "./flow-model.js";
import type {DrawPairs} from "./reflow-pairs.js";

/** `pairs`, but the rows of the time `t` of `flow`'s own leap. */
export function afterOwnLeap(
  pairs: DrawPairs,
  flow: Pick<FlowModel, "denoise">,
  t: number,
): DrawPairs {
  return async (batch, random, taken) => {
    const drawn = await pairs(batch, random, taken);
    const {x, noise, times, condition} = drawn;
    if (!noise || !times) return drawn;
    const rows = [...(await times.data())].flatMap((time, row) => (time === t ? [row] : []));
    if (rows.length === 0) return drawn;
    const [pictures, starts, told] = await Promise.all(
      [x, noise, condition].map((part) => part?.data<"float32">()),
    );
    const start = gathered(starts!, rows, x.shape[0]!);
    const said = await flow.denoise(start, 0, told && gathered(told, rows, x.shape[0]!));
    const size = start.length / rows.length;
    const moved = starts!.slice();
    for (const [i, row] of rows.entries())
      for (let j = 0; j < size; j++) {
        const [from, at] = [i * size + j, row * size + j];
        moved[at] = (start[from]! + t * said[from]! - t * pictures![at]!) / (1 - t);
      }
    tf.dispose(noise);
    return {...drawn, noise: tf.tensor(moved, noise.shape)};
  };
}

/** Those `rows` of `all`, which has so many. */
function gathered(all: Float32Array, rows: readonly number[], count: number): Float32Array {
  const size = all.length / count;
  const some = new Float32Array(rows.length * size);
  for (const [i, row] of rows.entries())
    some.set(all.subarray(row * size, (row + 1) * size), i * size);
  return some;
}
