/** What the code of a cell makes to be shown: pictures, curves and drawings, each an object that `display` knows. */
import {shownValue} from "../lib/shown-value.js";
import {drawingProblem} from "./drawing.js";
import {type Line, limits, type Shown} from "./shown.js";

/** Something made to be shown. */
export class Display {
  constructor(readonly shown: Shown) {}
}

interface TensorLike {
  readonly shape: readonly number[];
  dataSync(): ArrayLike<number>;
}

export interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  /** Pictures side by side; default about as many as there are rows. */
  readonly columns?: number;
  /** Values that are black and white; default [0, 1], and of the course's own pictures those that they are kept in. */
  readonly range?: readonly [number, number];
  readonly label?: string;
}

/** Grey or coloured pictures of numbers: a tensor [n, h, w, c], an array of the course of that shape, or a list with the size beside it. */
export function pictures(values: unknown, options: PictureOptions = {}): Display {
  const {data, shape, kept = [0, 1]} = pictureValues(values, options);
  const [count, height, width, channels] = shape;
  const {range: [low, high] = kept, columns = Math.ceil(Math.sqrt(count)), label} = options;
  if (!(high > low)) throw new RangeError(`invalid range: [${low}, ${high}] (black, then white)`);
  if (!(Number.isInteger(columns) && columns >= 1))
    throw new RangeError(`invalid columns: ${shownValue(columns)} (a whole number, 1 or more)`);
  const shown = Math.min(columns, count);
  const sheet = [shown * width, Math.ceil(count / shown) * height] as const;
  if (Math.max(...sheet) > limits.sheetSide)
    throw new RangeError(
      `invalid columns: ${columns} make a sheet of ${sheet.join(" × ")} pixels (at most ${limits.sheetSide} on a side)`,
    );
  const bytes = Uint8ClampedArray.from(data, (value) => (255 * (value - low)) / (high - low));
  const told = label ?? `${count} ${count === 1 ? "picture" : "pictures"} of ${width} × ${height}`;
  return new Display({
    kind: "pictures",
    ...{label: String(told).slice(0, 200), count, height, width},
    ...{channels, columns: shown, bytes: new Uint8Array(bytes.buffer)},
  });
}

type Shape = readonly [n: number, h: number, w: number, c: 1 | 3];

interface PictureValues {
  readonly data: ArrayLike<number>;
  readonly shape: Shape;
  /** The values that are black and white in pictures of this kind. */
  readonly kept?: readonly [number, number];
}

function pictureValues(values: unknown, {width, height}: PictureOptions): PictureValues {
  if (isTensor(values)) return {data: values.dataSync(), shape: tensorShape(values.shape)};
  if (isArrayOfCourse(values)) {
    const {data, shape} = values;
    return {data, shape: tensorShape(shape), kept: data instanceof Uint8Array ? bytes : signed};
  }
  if (!isList(values))
    throw new TypeError(`invalid pictures: ${shownValue(values)} (a tensor, or a list of numbers)`);
  if (width === undefined || height === undefined)
    throw new TypeError("missing size: pictures(list, {width, height}) needs both");
  const data = Array.isArray(values) ? (values.flat(3) as number[]) : values;
  return {data, shape: checked([data.length / (width * height), height, width, 1])};
}

function tensorShape(shape: readonly number[]): Shape {
  if (shape.length === 2) return checked([1, ...shape, 1]);
  if (shape.length === 3) return checked([...shape, 1]);
  return checked(shape);
}

function checked(shape: readonly number[]): Shape {
  const [n = 0, h = 0, w = 0, c = 0] = shape;
  const isWhole = shape.length === 4 && shape.every((each) => Number.isInteger(each) && each >= 1);
  const fits = h <= limits.side && w <= limits.side && n * h * w * c <= limits.pictureBytes;
  if (isWhole && fits && (c === 1 || c === 3)) return [n, h, w, c];
  throw new RangeError(
    `invalid pictures: [${shape}] ([n, h, w, 1 or 3], at most ${limits.side} wide and ${limits.pictureBytes} numbers)`,
  );
}

/** Curves by name, step by step: `curves({loss: [3, 2, 1]})`. */
export function curves(series: unknown, {label = ""}: {readonly label?: string} = {}): Display {
  if (typeof series !== "object" || series === null || isList(series))
    throw new TypeError(`invalid curves: ${shownValue(series)} (lists by name: {loss: [3, 2, 1]})`);
  const lines = Object.entries(series).map(([name, values]) => lineOf(name, values));
  if (lines.length < 1 || lines.length > limits.lines)
    throw new RangeError(`invalid curves: ${lines.length} (1 to ${limits.lines})`);
  return new Display({kind: "curves", label: String(label).slice(0, 200), lines});
}

/** Of more values than are drawn, every so manieth. */
function lineOf(name: string, values: unknown): Line {
  if (!isList(values)) throw new TypeError(`invalid curve ${name}: ${shownValue(values)} (a list)`);
  const every = Math.ceil(values.length / limits.values) || 1;
  const kept = Array.from({length: Math.ceil(values.length / every)}, (_, i) =>
    Number(values[i * every]),
  );
  return {name: name.slice(0, 60), values: kept};
}

/** A drawing: svg`<svg viewBox="0 0 10 10">…</svg>`. It is shown as a picture, so nothing in it runs or asks anything. */
export function svg(parts: TemplateStringsArray, ...values: readonly unknown[]): Display {
  const text = String.raw({raw: parts}, ...values.map(drawn)).trim();
  if (text.length > limits.text)
    throw new RangeError(`invalid drawing: ${text.length} characters (at most ${limits.text})`);
  const whole = text.startsWith("<svg") ? text : `<svg viewBox="0 0 100 100">${text}</svg>`;
  const named = /^<svg[^>]*\sxmlns=/.test(whole)
    ? whole
    : whole.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
  const problem = drawingProblem(named);
  if (problem !== undefined) throw new RangeError(`invalid drawing: ${problem}`);
  return new Display({kind: "drawing", text: named});
}

/** Values in a drawing: lists one after the other, nothing for what is missing. */
function drawn(value: unknown): string {
  if (Array.isArray(value)) return value.map(drawn).join("");
  return value === undefined || value === null || value === false ? "" : String(value);
}

/** What is seen of any value. */
export function shownOf(value: unknown): Shown {
  if (value instanceof Display) return value.shown;
  if (typeof value === "string") return {kind: "value", text: cut(value)};
  if (isTensor(value))
    return {
      kind: "value",
      text: cut(`Tensor [${value.shape.join(", ")}] ${first(value.dataSync())}`),
    };
  if (ArrayBuffer.isView(value) && isList(value))
    return {kind: "value", text: cut(`${value.constructor.name}(${value.length}) ${first(value)}`)};
  return {kind: "value", text: shownValue(value, 2000)};
}

function first(values: ArrayLike<number>): string {
  const some = Array.from({length: Math.min(12, values.length)}, (_, i) =>
    String(Math.round(values[i]! * 1e4) / 1e4),
  );
  return `[${some.join(", ")}${values.length > 12 ? ", …" : ""}]`;
}

const cut = (text: string) => (text.length > 5000 ? `${text.slice(0, 5000)}…` : text);

function isTensor(value: unknown): value is TensorLike {
  const {dataSync, shape} = (value ?? {}) as Partial<TensorLike>;
  return typeof dataSync === "function" && Array.isArray(shape);
}

const bytes = [0, 255] as const;
const signed = [-1, 1] as const;

/** As snapshots and data sets have them: bytes, or numbers from -1 to 1. */
function isArrayOfCourse(
  value: unknown,
): value is {readonly data: Float32Array | Uint8Array; readonly shape: readonly number[]} {
  const {data, shape} = (value ?? {}) as {readonly data?: unknown; readonly shape?: unknown};
  return (data instanceof Float32Array || data instanceof Uint8Array) && Array.isArray(shape);
}

function isList(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
