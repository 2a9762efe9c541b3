/** What a cell shows, drawn by the page: nothing of it is read as HTML. */
import {element} from "../controls/element.js";
import {drawPicture, pictureStrip} from "../figures/picture-canvas.js";
import {curvesView} from "./curves-view.js";
import {inputView} from "./input-view.js";
import {markdownView} from "./markdown-view.js";
import {type Shown, type ShownPictures, sheetOf} from "./shown.js";

type SetInput = (input: number, value: unknown) => void;

/** The parts that a cell shows, in their order. A part that is as it was stays: a slider may be in the reader's hand. */
export class ShownView {
  readonly element = element("div", {class: "cell-shown"});
  readonly #set: SetInput;
  #parts: {shown: Shown; view: HTMLElement}[] = [];

  constructor(set: SetInput) {
    this.#set = set;
  }

  /** What is shown now. */
  get shown(): readonly Shown[] {
    return this.#parts.map(({shown}) => shown);
  }

  show(shown: readonly Shown[]): void {
    const old = this.#parts;
    this.#parts = shown.map((each, i) => {
      const before = old[i];
      if (before && isSame(before.shown, each)) return before;
      const redrawn = before && redraw(before, each);
      return {shown: each, view: redrawn ?? this.#view(each)};
    });
    for (const {view} of old) if (!this.#parts.some((part) => part.view === view)) forget(view);
    const views = this.#parts.map(({view}) => view);
    const {children} = this.element;
    if (views.length !== children.length || views.some((view, i) => view !== children[i]))
      this.element.replaceChildren(...views);
  }

  #view(shown: Shown): HTMLElement {
    switch (shown.kind) {
      case "value":
        return element("pre", {class: "cell-value"}, shown.text);
      case "error":
        return element("p", {class: "cell-error"}, errorText(shown));
      case "markdown":
        return element("div", {class: "cell-text"}, ...markdownView(shown.text));
      case "curves":
        return curvesView(shown);
      case "drawing":
        return drawing(shown.text);
      case "input":
        return inputView(shown.control, (value) => this.#set(shown.input, value));
      case "pictures":
        return drawnOn(element("canvas", {class: "cell-pictures", role: "img"}), shown);
    }
  }
}

export function errorText({text, line}: {readonly text: string; readonly line?: number}): string {
  return line === undefined ? text : `Line ${line}: ${text}`;
}

function isSame(a: Shown, b: Shown): boolean {
  if (a.kind === "input" && b.kind === "input") return a.input === b.input;
  if (a.kind === "pictures" || a.kind !== b.kind) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Pictures that come again are drawn where they were, so that nothing flickers. */
function redraw(
  {shown, view}: {shown: Shown; view: HTMLElement},
  next: Shown,
): HTMLElement | undefined {
  if (shown.kind !== "pictures" || next.kind !== "pictures") return undefined;
  return drawnOn(view as HTMLCanvasElement, next);
}

export function drawnOn(canvas: HTMLCanvasElement, shown: ShownPictures): HTMLCanvasElement {
  const {label, count, height, width, channels, columns, bytes} = shown;
  const {scale, width: w, height: h} = sheetOf(shown);
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  canvas.setAttribute("aria-label", label);
  const strip = pictureStrip({data: bytes, shape: [count, height, width, channels]});
  const context = canvas.getContext("2d")!;
  for (let i = 0; i < count; i++) {
    const [x, y] = [(i % columns) * width * scale, Math.floor(i / columns) * height * scale];
    drawPicture(context, strip, height, i, x, y, scale);
  }
  return canvas;
}

/** An image of an SVG file: scripts in it do not run, and it may ask for nothing. */
function drawing(text: string): HTMLElement {
  const ink = getComputedStyle(document.body).color;
  const coloured = text.replace("<svg", `<svg color="${ink}"`);
  const url = URL.createObjectURL(new Blob([coloured], {type: "image/svg+xml"}));
  const image = element("img", {class: "cell-drawing", src: url, alt: "A drawing of this cell"});
  image.addEventListener("error", () =>
    image.replaceWith(element("p", {class: "cell-error"}, "This drawing is no valid SVG.")),
  );
  return image;
}

function forget(view: HTMLElement): void {
  if (view instanceof HTMLImageElement) URL.revokeObjectURL(view.src);
}
