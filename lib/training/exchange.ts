/** The types of what an experiment's worker and its page say to each other: its description names them, its setup and its view are checked
 * against them. */
import type {NamedArrays} from "../array.js";

export interface Exchange {
  /** The arrays that the figures draw. A part that is not in every snapshot is optional. */
  readonly snapshot: NamedArrays;
  /** The numbers of each step. */
  readonly curves: NamedNumbers;
  /** The numbers of a measurement that are shown over steps. One that is not in every measurement is optional. */
  readonly measures: NamedNumbers;
  /** The arrays of a measurement, beside its numbers. */
  readonly measured: NamedArrays;
  /** The questions that the worker answers. */
  readonly answers: Answers;
  /** The kinds of step that the reader may take by hand, beside the whole one. */
  readonly steps: string;
}

export type NamedNumbers = Readonly<Record<string, number>>;

export type Answers = Readonly<Record<string, Answer>>;

export interface Answer {
  /** The inputs that the page sends. */
  readonly asks: NamedArrays;
  readonly tells: NamedArrays;
}

/** No arrays, no numbers, no questions. */
export type Nothing = Readonly<Record<never, never>>;

/** `X`, with nothing where it leaves something out. */
export type Whole<X extends Partial<Exchange>> = X extends Exchange ? X : Filled<X>;

interface Filled<X extends Partial<Exchange>> {
  readonly snapshot: X extends {readonly snapshot: infer Arrays extends NamedArrays}
    ? Arrays
    : Nothing;
  readonly curves: X extends {readonly curves: infer Numbers extends NamedNumbers}
    ? Numbers
    : Nothing;
  readonly measures: X extends {readonly measures: infer Numbers extends NamedNumbers}
    ? Numbers
    : Nothing;
  readonly measured: X extends {readonly measured: infer Arrays extends NamedArrays}
    ? Arrays
    : Nothing;
  readonly answers: X extends {readonly answers: infer Known extends Answers} ? Known : Nothing;
  readonly steps: X extends {readonly steps: infer Kinds extends string} ? Kinds : never;
}

/** The exchange that a description names, `ExchangeOf<typeof vaeDigits>`. */
export type ExchangeOf<E extends {readonly exchange?: Exchange}> = NonNullable<E["exchange"]>;

/** Asks the worker one of the questions; rejects with the problem where it has no answer. */
export type Ask<A extends Answers> = <Question extends keyof A & string>(
  question: Question,
  inputs: A[Question]["asks"],
) => Promise<A[Question]["tells"]>;
