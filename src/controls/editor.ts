import type {ParamValue} from "../lib/params.js";

/** Takes a value, legal or not. */
export type Offer = (value: ParamValue) => void;

/** Where a param's value is entered. */
export interface Editor {
  readonly parts: readonly HTMLElement[];
  /** The element that the label points at. */
  readonly main: HTMLElement;
  /** Whether the label is among the parts. */
  readonly isLabelled?: boolean;
  /** Shows a value without announcing it. */
  set(value: ParamValue): void;
}
