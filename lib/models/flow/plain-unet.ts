/**
 * The U-Net of unet.ts in plain arithmetic, for a page that fetches no engine: a pass takes some milliseconds for a small one.
 *
 *     picture [s, s, c], time  ->  velocity, noise or clean picture [s, s, c]
 *
 * Its weights are those of the layers there, by their names (`first/kernel`).
 */
import type {NamedArrays} from "../../array.js";
import type {Denoise} from "./sampling.js";
import {timeFeatures} from "./time-features.js";
import type {UNetShape} from "./unet.js";

/** Values [side, side, channels], the channels fastest. */
interface Plane {
  readonly side: number;
  readonly channels: number;
  readonly data: Float32Array;
}

const epsilon = 1e-5;

/** How it was made: see unet.ts. */
export interface PlainUNetForm extends Pick<UNetShape, "groupWidth" | "told"> {
  /** What a network that is told classes is told of every picture, [classes]. */
  readonly condition?: Float32Array;
}

/** What the network with these weights says of pictures. Throws a RangeError where a weight or the condition does not fit. */
export function plainUNet(weights: NamedArrays, form: PlainUNetForm = {}): Denoise {
  const [classes, told] = [weights["told/kernel"]?.shape[0] ?? 0, form.condition?.length ?? 0];
  if (classes !== told) throw new RangeError(`invalid condition: ${told} classes (${classes})`);
  const net = new PlainUNet(weights, form);
  return async (x, t) => {
    const said = new Float32Array(x.length);
    const size = net.sizeIn(x.length);
    for (let at = 0; at < x.length; at += size)
      said.set(net.said(x.subarray(at, at + size), t), at);
    return said;
  };
}

class PlainUNet {
  readonly #weights: NamedArrays;
  readonly #form: PlainUNetForm;

  constructor(weights: NamedArrays, form: PlainUNetForm) {
    this.#weights = weights;
    this.#form = form;
  }

  /** Numbers of a picture: the flow's pictures are 14 by 14. */
  sizeIn(length: number): number {
    const size = 14 * 14 * this.#shape("first/kernel")[2]!;
    if (length % size !== 0)
      throw new RangeError(`invalid points: ${length} (a multiple of ${size})`);
    return size;
  }

  said(picture: Float32Array, t: number): Float32Array {
    const e = this.#embedding(t);
    const channels = this.#shape("first/kernel")[2]!;
    const side = Math.sqrt(picture.length / channels);
    const wide = this.#block("wide", this.#window("first", {side, channels, data: picture}), e);
    let deep = this.#down(wide);
    for (let i = 1; this.#weights[`deep${i}-conv1/kernel`]; i++)
      deep = this.#block(`deep${i}`, deep, e);
    const late = this.#block("late", plus(this.#up(deep), wide.data), e);
    return this.#window("last", this.#active("last", late)).data;
  }

  #embedding(t: number): Float32Array {
    const features = timeFeatures([t], this.#shape("time1/kernel")[0]!);
    const late = this.#dense("time2", silu(this.#dense("time1", features)));
    const {condition} = this.#form;
    return silu(condition ? sum(late, this.#dense("told", condition)) : late);
  }

  #block(name: string, x: Plane, e: Float32Array): Plane {
    const once = this.#window(`${name}-conv1`, this.#active(`${name}-1`, x));
    const row = this.#dense(`${name}-told`, e);
    const again = `${name}-2`;
    const h =
      this.#form.told === "after norm"
        ? active(plusRow(this.#norm(again, once), row))
        : this.#active(again, plusRow(once, row));
    return plus(this.#window(`${name}-conv2`, h), x.data);
  }

  #active(name: string, x: Plane): Plane {
    return active(this.#norm(name, x));
  }

  #norm(name: string, x: Plane): Plane {
    const {groupWidth = 4} = this.#form;
    const [gamma, beta] = [this.#of(`${name}-scale/gamma`), this.#of(`${name}-scale/beta`)];
    const data = new Float32Array(x.data.length);
    for (let first = 0; first < x.channels; first += groupWidth) {
      const {mean, factor} = momentsOf(x, first, groupWidth);
      for (let at = first; at < data.length; at += x.channels)
        for (let c = 0; c < groupWidth; c++) {
          const k = first + c;
          data[at + c] = gamma[k]! * (x.data[at + c]! - mean) * factor + beta[k]!;
        }
    }
    return {...x, data};
  }

  /** A convolution by windows of 3 by 3. */
  #window(name: string, x: Plane): Plane {
    return this.#convolved(name, x, {edge: 3, stride: 1});
  }

  #down(x: Plane): Plane {
    return this.#convolved("down", x, {edge: 4, stride: 2});
  }

  #convolved(name: string, x: Plane, {edge, stride}: {edge: number; stride: number}): Plane {
    const [kernel, bias] = [this.#of(`${name}/kernel`), this.#of(`${name}/bias`)];
    const channels = bias.length;
    const side = x.side / stride;
    const data = new Float32Array(side * side * channels);
    for (let place = 0; place < side * side; place++) {
      const to = data.subarray(place * channels, (place + 1) * channels);
      to.set(bias);
      const [row, column] = [Math.floor(place / side) * stride - 1, (place % side) * stride - 1];
      for (let k = 0; k < edge * edge; k++) {
        const [y, from] = [row + Math.floor(k / edge), column + (k % edge)];
        if (y < 0 || y >= x.side || from < 0 || from >= x.side) continue;
        addProduct(to, x, (y * x.side + from) * x.channels, kernel, k * x.channels * channels);
      }
    }
    return {side, channels, data};
  }

  /** Each value spread over a window of 4 by 4, two apart. */
  #up(x: Plane): Plane {
    const [kernel, bias] = [this.#of("up/kernel"), this.#of("up/bias")];
    const [channels, side] = [bias.length, 2 * x.side];
    const data = new Float32Array(side * side * channels);
    for (let i = 0; i < data.length; i++) data[i] = bias[i % channels]!;
    for (let place = 0; place < x.side * x.side; place++)
      for (let k = 0; k < 16; k++) {
        const y = 2 * Math.floor(place / x.side) + Math.floor(k / 4) - 1;
        const column = 2 * (place % x.side) + (k % 4) - 1;
        if (y < 0 || y >= side || column < 0 || column >= side) continue;
        const to = (y * side + column) * channels;
        for (let out = 0; out < channels; out++)
          for (let c = 0; c < x.channels; c++)
            data[to + out]! +=
              x.data[place * x.channels + c]! * kernel[(k * channels + out) * x.channels + c]!;
      }
    return {side, channels, data};
  }

  #dense(name: string, x: Float32Array): Float32Array {
    const [kernel, sums] = [
      this.#of(`${name}/kernel`),
      Float32Array.from(this.#of(`${name}/bias`)),
    ];
    for (let i = 0; i < x.length; i++)
      for (let k = 0; k < sums.length; k++) sums[k]! += x[i]! * kernel[i * sums.length + k]!;
    return sums;
  }

  #of(name: string): Float32Array {
    const array = this.#weights[name];
    if (!array) throw new RangeError(`missing weight: ${name}`);
    return array.data as Float32Array;
  }

  #shape(name: string): readonly number[] {
    this.#of(name);
    return this.#weights[name]!.shape;
  }
}

/** to += x at `from` times the kernel [in, out] at `start`. */
function addProduct(
  to: Float32Array,
  x: Plane,
  from: number,
  kernel: Float32Array,
  start: number,
): void {
  for (let c = 0; c < x.channels; c++) {
    const value = x.data[from + c]!;
    const at = start + c * to.length;
    for (let out = 0; out < to.length; out++) to[out]! += value * kernel[at + out]!;
  }
}

/** Mean, and 1 / sqrt(variance + ε), of `groupWidth` channels from `first` on. */
function momentsOf({data, channels}: Plane, first: number, groupWidth: number) {
  let [sum, squares] = [0, 0];
  for (let at = first; at < data.length; at += channels)
    for (let c = 0; c < groupWidth; c++) {
      const value = data[at + c]!;
      sum += value;
      squares += value * value;
    }
  const count = (data.length / channels) * groupWidth;
  const mean = sum / count;
  return {mean, factor: 1 / Math.sqrt(squares / count - mean * mean + epsilon)};
}

function silu(x: Float32Array): Float32Array {
  return x.map((value) => value / (1 + Math.exp(-value)));
}

function active(x: Plane): Plane {
  return {...x, data: silu(x.data)};
}

function plus(x: Plane, other: Float32Array): Plane {
  return {...x, data: sum(x.data, other)};
}

/** A number for each channel. */
function plusRow(x: Plane, row: Float32Array): Plane {
  return {...x, data: x.data.map((value, i) => value + row[i % x.channels]!)};
}

function sum(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value + b[i]!);
}
