import {element} from "../controls/element.js";
import {type Block, blocksOf, type Span} from "./markdown.js";

/** Puts a formula into its place. */
export type DrawFormula = (place: HTMLElement, tex: string, displayMode: boolean) => void;

/** A notebook's text as elements. Formulas stand as they are written until KaTeX has come, unless they are drawn otherwise. */
export function markdownView(markdown: string, draw: DrawFormula = drawLater): HTMLElement[] {
  let left = mostTex;
  const drawWithin: DrawFormula = (place, tex, displayMode) => {
    left -= tex.length;
    if (left >= 0) draw(place, tex, displayMode);
  };
  return blocksOf(markdown).map((block) => blockView(block, drawWithin));
}

/** Characters of formulas in one text: KaTeX needs about a millisecond for a hundred. More stand as they are written. */
const mostTex = 10_000;

/** A page's own heading is the first; those of a notebook begin below it. */
const headings = {1: "h2", 2: "h3", 3: "h4"} as const;

function blockView(block: Block, draw: DrawFormula): HTMLElement {
  const spanView = (span: Span) => viewOf(span, draw);
  switch (block.kind) {
    case "heading":
      return element(headings[block.level], {}, ...block.spans.map(spanView));
    case "paragraph":
      return element("p", {}, ...block.spans.map(spanView));
    case "list": {
      const items = block.items.map((spans) => element("li", {}, ...spans.map(spanView)));
      return element(block.isNumbered ? "ol" : "ul", {}, ...items);
    }
    case "code":
      return element("pre", {}, element("code", {}, block.text));
    case "formula":
      return formula(element("p", {class: "cell-formula"}), block.text, true, draw);
  }
}

const tags = {code: "code", emphasis: "em", strong: "strong"} as const;

function viewOf(span: Span, draw: DrawFormula): Node | string {
  if (span.kind === "plain") return span.text;
  if (span.kind === "formula") return formula(element("span"), span.text, false, draw);
  if (span.kind !== "link") return element(tags[span.kind], {}, span.text);
  const {href, text} = span;
  return element("a", {href, rel: "noopener noreferrer nofollow", target: "_blank"}, text);
}

/** What a formula may cost is bounded, for anybody may have written it. */
export const formulaBounds = {
  throwOnError: false,
  trust: false,
  maxExpand: 200,
  maxSize: 20,
} as const;

function formula<E extends HTMLElement>(
  place: E,
  tex: string,
  displayMode: boolean,
  draw: DrawFormula,
): E {
  place.textContent = displayMode ? `$$${tex}$$` : `$${tex}$`;
  draw(place, tex, displayMode);
  return place;
}

const drawLater: DrawFormula = (place, tex, displayMode) => {
  import("../vendor/katex.js").then(
    ({katex}) => katex.render(tex, place, {...formulaBounds, displayMode}),
    () => {}, // it stays as it was written
  );
};
