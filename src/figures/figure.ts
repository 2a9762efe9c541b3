/**
 * A figure is an element that is made once and updated with data; it never trains and never asks for a tensor.
 * `value` is its view state (what is selected or shown) and changes with an "input" event, as Framework's views do.
 * Its size is fixed from the start: an update never moves the page.
 */
export interface Figure<Data, Value = undefined> extends HTMLElement {
  update(data: Data): void;
  value: Value;
}

/** Turns an element into a figure. */
export function figure<Data, Value>(
  element: HTMLElement,
  value: Value,
  update: (data: Data) => void,
): Figure<Data, Value> {
  return Object.assign(element, {value, update});
}

/** Says that the reader's hand has changed a figure's value. */
export function tellInput(figure: HTMLElement): void {
  figure.dispatchEvent(new Event("input", {bubbles: true}));
}

/** Gives a figure the value that the reader's hand chose, and tells it. */
export function changeValue<Data, Value>(figure: Figure<Data, Value>, value: Value): void {
  figure.value = value;
  tellInput(figure);
}
