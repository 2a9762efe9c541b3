/** Copies of a box of values out of one tensor into another: what slicing, splitting, joining and padding have in common. */
import type * as tf from "@tensorflow/tfjs-core";
import type {Heap} from "./heap.js";

/** Where a box lies in a tensor. */
export interface Place {
  readonly tensor: tf.TensorInfo;
  /** Its first corner. */
  readonly begin: readonly number[];
}

/** Neighbouring axes as one: so many blocks, at these steps in bytes. */
interface Level {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** Copies the box of `size` at `source` to `target`; both hold values of four bytes. */
export function copyBox(heap: Heap, source: Place, target: Place, size: readonly number[]): void {
  if (size.includes(0)) return;
  const [from, to] = [stepsOf(source.tensor.shape), stepsOf(target.tensor.shape)];
  const levels = merged(size.map((count, i) => ({count, from: from[i]!, to: to[i]!})));
  const x = heap.at(source.tensor) + offset(source.begin, from);
  const y = heap.at(target.tensor) + offset(target.begin, to);
  copyLevels(heap, x, y, levels);
}

/** The last three levels in the compiled code, those before by a loop here. */
function copyLevels(heap: Heap, x: number, y: number, levels: readonly Level[]): void {
  if (levels.length > 3) {
    const [outer, ...rest] = levels as [Level, ...Level[]];
    for (let i = 0; i < outer.count; i++)
      copyLevels(heap, x + i * outer.from, y + i * outer.to, rest);
    return;
  }
  const whole: Level = {count: 1, from: 0, to: 0};
  const [rows, columns, values] = [whole, whole, ...levels].slice(-3) as [Level, Level, Level];
  const steps = [x, rows.from, columns.from, y, rows.to, columns.to] as const;
  heap.run.copyBox(...steps, rows.count, columns.count, 4 * values.count);
}

/** Bytes from one value to the next along each axis. */
function stepsOf(shape: readonly number[]): number[] {
  const steps: number[] = [];
  let step = 4;
  for (const length of [...shape].reverse()) {
    steps.unshift(step);
    step *= length;
  }
  return steps;
}

function offset(begin: readonly number[], steps: readonly number[]): number {
  return begin.reduce((total, at, axis) => total + at * steps[axis]!, 0);
}

/** Axes that lie gapless on both sides as one; the last level's values are side by side. */
function merged(axes: readonly Level[]): readonly Level[] {
  let inner: Level = {count: 1, from: 4, to: 4};
  const levels: Level[] = [];
  for (const axis of [...axes].reverse()) {
    if (axis.count === 1) continue;
    if (axis.from === inner.count * inner.from && axis.to === inner.count * inner.to)
      inner = {...inner, count: inner.count * axis.count};
    else {
      levels.unshift(inner);
      inner = axis;
    }
  }
  return [inner, ...levels];
}
