/** A bar that finds a text in all cells and leads from place to place. */
import {button, element} from "../controls/element.js";
import {type Found, findInCells} from "./find-in-cells.js";
import type {Cell} from "./notebook.js";

export interface FindBarOptions {
  readonly cells: () => readonly Cell[];
  /** Shows a place to the reader, selected in its cell. */
  readonly go: (found: Found) => void;
}

/** More are counted than are listed. */
const listed = 100;

export class FindBar {
  readonly element: HTMLFormElement;
  readonly #options: FindBarOptions;
  readonly #field = element("input", {
    ...{type: "search", maxlength: 200, "aria-label": "Find in all cells"},
    oninput: () => this.#search(),
  });
  readonly #count = element("output", {class: "notebook-count"});
  readonly #list = element("ol", {class: "notebook-found"});
  #found: readonly Found[] = [];
  /** The place that was last gone to. */
  #at = -1;

  constructor(options: FindBarOptions) {
    this.#options = options;
    this.element = element(
      "form",
      {
        ...{class: "notebook-form", role: "search", hidden: true},
        onsubmit: (event) => {
          event.preventDefault();
          this.#step(1);
        },
      },
      ...[this.#field, element("button", {type: "submit"}, "Next")],
      button("Previous", () => this.#step(-1)),
      button("Close", () => this.close(), "Close the search"),
      ...[this.#count, this.#list],
    );
    this.element.addEventListener("keydown", (event) => this.#key(event));
  }

  open(): void {
    this.element.hidden = false;
    this.#field.select();
    this.#field.focus();
    this.#search();
  }

  close(): void {
    this.element.hidden = true;
  }

  #key(event: KeyboardEvent): void {
    const isBack = event.key === "Enter" && event.shiftKey && event.target === this.#field;
    if (event.key !== "Escape" && !isBack) return;
    event.preventDefault();
    if (isBack) this.#step(-1);
    else this.close();
  }

  #search(): void {
    this.#found = findInCells(this.#options.cells(), this.#field.value);
    this.#at = -1;
    const cells = new Set(this.#found.map(({id}) => id)).size;
    const where = `${plural(this.#found.length, "place")} in ${plural(cells, "cell")}`;
    this.#count.textContent = this.#field.value === "" ? "" : where;
    this.#list.replaceChildren(
      ...this.#found.slice(0, listed).map((each, i) => this.#row(each, i)),
    );
  }

  #row({number, line, excerpt: [before, text, after]}: Found, i: number): HTMLLIElement {
    const go = button(`Cell ${number}, line ${line}`, () => this.#go(i));
    const mark = element("mark", {}, text);
    return element("li", {}, go, " ", element("code", {}, before, mark, after));
  }

  /** Cells may have changed since they were searched. */
  #step(by: 1 | -1): void {
    const at = this.#at;
    this.#search();
    const {length} = this.#found;
    if (length > 0) this.#go(at < 0 && by < 0 ? length - 1 : (at + by + length) % length);
  }

  #go(i: number): void {
    this.#at = i;
    this.#options.go(this.#found[i]!);
  }
}

const plural = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
