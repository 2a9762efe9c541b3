/**
 * A network of a flow as plain arrays see it: asked at any points and one time, with a condition or without.
 *
 * Its inputs are points [B, ...], the time [B, T] as features (time-features.ts), and where it has a third one a condition [B, K].
 */
import * as tf from "../../tf.js";
import {inChunks} from "../in-chunks.js";
import {timeFeatures} from "./time-features.js";

/** Numbers of pictures, or points, that go through the network at once. */
const chunkNumbers = 65536;

/** What `network` makes of its inputs. */
export type Forward = (network: tf.LayersModel, inputs: tf.Tensor[]) => tf.Tensor;

const predicted: Forward = (network, inputs) => network.predictOnBatch(inputs) as tf.Tensor;

/** Numbers of the condition, 0 where the network takes none. */
export function conditionSizeOf({inputs}: tf.LayersModel): number {
  return inputs[2]?.shape[1] ?? 0;
}

/** As many inputs as the network takes, of points `x` [B, ...] at their `times`; without a condition zeros. */
export function networkInputs(
  network: tf.LayersModel,
  x: tf.Tensor,
  times: readonly number[],
  condition: tf.Tensor | undefined,
): tf.Tensor[] {
  const count = times.length;
  const width = network.inputs[1]!.shape[1]!;
  const features = tf.tensor2d(timeFeatures(times, width), [count, width]);
  if (network.inputs.length === 2) return [x, features];
  return [x, features, condition ?? tf.zeros([count, conditionSizeOf(network)])];
}

/** What the network says of `x` [n, ...] at time `t`; with `condition` [n, K] where it takes one. `forward` is its pass, default
 * `predictOnBatch`. */
export async function askNetwork(
  network: tf.LayersModel,
  x: Float32Array,
  t: number,
  condition?: Float32Array,
  forward = predicted,
): Promise<Float32Array> {
  const shape = network.inputs[0]!.shape.slice(1) as number[];
  const size = tf.util.sizeFromShape(shape);
  const rows = joined(x, size, condition, conditionSizeOf(network));
  const chunk = Math.max(1, Math.floor(chunkNumbers / size));
  const [said] = await inChunks(rows, {widths: [size], chunk}, (batch) => {
    const [n, width] = batch.shape as [number, number];
    const points = tf.reshape(tf.slice(batch, [0, 0], [n, size]), [n, ...shape]);
    const told = tf.slice(batch, [0, size], [n, width - size]);
    const inputs = networkInputs(network, points, new Array<number>(n).fill(t), told);
    return [forward(network, inputs)];
  });
  return said!;
}

/** Each row of `x` [n, size] followed by that of its condition [n, width], zeros without one. */
function joined(x: Float32Array, size: number, condition: Float32Array | undefined, width: number) {
  const count = x.length / size;
  if (!Number.isInteger(count))
    throw new RangeError(`invalid points: ${x.length} values (a multiple of ${size})`);
  if (condition && condition.length !== count * width)
    throw new RangeError(
      `invalid condition: ${condition.length} values (${count} rows of ${width})`,
    );
  const data = new Float32Array(count * (size + width));
  for (let i = 0; i < count; i++) {
    data.set(x.subarray(i * size, (i + 1) * size), i * (size + width));
    if (condition)
      data.set(condition.subarray(i * width, (i + 1) * width), i * (size + width) + size);
  }
  return {data, shape: [count, size + width]};
}
