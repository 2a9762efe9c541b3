/** Inputs of a cell, by the names and arguments of Observable's: `view(Inputs.range([0, 4], {label: "beta", value: 1}))`. */
import {shownValue} from "../lib/shown-value.js";
import {type Control, limits} from "./shown.js";

/** An input with the value that its reader has given it. */
export class Input<T = unknown> {
  readonly control: Control;
  #value: Control["value"];
  readonly #read: (value: Control["value"]) => T;
  readonly #listeners = new Set<() => void>();

  constructor(control: Control, read: (value: Control["value"]) => T) {
    this.control = control;
    this.#value = control.value;
    this.#read = read;
  }

  /** The control as it stands now. */
  get shown(): Control {
    return {...this.control, value: this.#value} as Control;
  }

  get value(): T {
    return this.#read(this.#value);
  }

  /** The reader has set the control. */
  set(value: unknown): void {
    if (typeof value !== typeof this.#value) return;
    this.#value = value as Control["value"];
    for (const listener of [...this.#listeners]) listener();
  }

  /** Its value now, and then each new one; those that nobody has taken before the next are skipped. */
  values(): Iterator<T | Promise<T>> {
    let isFirst = true;
    let isStale = false;
    let wake = () => {};
    const listener = () => {
      isStale = true;
      wake();
    };
    this.#listeners.add(listener);
    const later = async () => {
      if (!isStale) await new Promise<void>((resolve) => (wake = resolve));
      isStale = false;
      return this.value;
    };
    return {
      next: () => {
        const value = isFirst ? this.value : later();
        isFirst = false;
        return {done: false, value};
      },
      return: () => {
        this.#listeners.delete(listener);
        return {done: true, value: undefined};
      },
    };
  }
}

interface Options {
  readonly label?: string;
  readonly value?: unknown;
  readonly step?: number;
}

const labelOf = ({label = ""}: Options) => String(label).slice(0, 200);

export const Inputs = {
  /** A slider for a number; `value` is that of the middle and `step` a hundredth unless they are given. */
  range([min, max]: readonly [number, number], options: Options = {}): Input<number> {
    const {value = (min + max) / 2, step = (max - min) / 100} = options;
    for (const [name, each] of Object.entries({min, max, value, step}))
      if (!Number.isFinite(each))
        throw new RangeError(`invalid ${name} of a range: ${shownValue(each)} (a number)`);
    if (!(min < max && step > 0))
      throw new RangeError(`invalid range: [${min}, ${max}] by ${step} (from low to high)`);
    const clamped = Math.max(min, Math.min(max, Number(value)));
    const control = {
      type: "range",
      label: labelOf(options),
      min,
      max,
      step,
      value: clamped,
    } as const;
    return new Input(control, Number);
  },

  /** A choice of one of `items`, the first unless `value` is one of them. */
  select<T>(items: readonly T[], options: Options = {}): Input<T> {
    if (!Array.isArray(items) || items.length < 1 || items.length > limits.options)
      throw new RangeError(
        `invalid options: ${shownValue(items)} (a list of 1 to ${limits.options})`,
      );
    const value = Math.max(0, items.indexOf(options.value));
    const names = items.map((item) => String(item).slice(0, 200));
    const control = {type: "select", label: labelOf(options), options: names, value} as const;
    return new Input(control, (index) => items[Number(index)] as T);
  },

  /** A box to be checked. */
  toggle(options: Options = {}): Input<boolean> {
    const control = {
      type: "toggle",
      label: labelOf(options),
      value: options.value === true,
    } as const;
    return new Input(control, Boolean);
  },

  /** A line to write in. */
  text(options: Options = {}): Input<string> {
    const value = String(options.value ?? "").slice(0, 1000);
    return new Input({type: "text", label: labelOf(options), value}, String);
  },

  /** Counts how often it has been pressed. */
  button(label: string): Input<number> {
    return new Input({type: "button", label: String(label).slice(0, 200), value: 0}, Number);
  },
};
