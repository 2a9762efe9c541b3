/** Params of a model that may change while it is trained: numbers, and choices among names. */

export type LiveValue = number | string | boolean;
export type LiveValues = Readonly<Record<string, LiveValue>>;

/** The values in force. `choices` has the legal names of each that is no number. */
export class LiveParams<Values extends LiveValues> {
  #values: Values;
  readonly #choices: Readonly<Record<string, readonly LiveValue[]>>;

  constructor(values: Values, choices: Readonly<Record<string, readonly LiveValue[]>> = {}) {
    this.#values = values;
    this.#choices = choices;
  }

  get values(): Values {
    return this.#values;
  }

  /** Throws a RangeError for a name that is not among them, and for a value that it cannot have. */
  set(name: string, value: LiveValue): void {
    if (!Object.hasOwn(this.#values, name))
      throw new RangeError(
        `unknown live param: ${name} (one of ${Object.keys(this.#values).join(", ")})`,
      );
    const legal = this.#choices[name];
    if (legal) checkChoice(name, value, legal);
    else checkNumber(name, value);
    this.#values = {...this.#values, [name]: value};
  }
}

function checkChoice(name: string, value: LiveValue, legal: readonly LiveValue[]): void {
  if (!legal.includes(value))
    throw new RangeError(`unknown ${name}: ${value} (one of ${legal.join(", ")})`);
}

function checkNumber(name: string, value: LiveValue): void {
  if (!Number.isFinite(value)) throw new RangeError(`invalid ${name}: ${value} (a number)`);
}
