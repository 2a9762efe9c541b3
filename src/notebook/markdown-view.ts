import {element} from "../controls/element.js";
import {type Block, blocksOf, type Span} from "./markdown.js";

/** A notebook's text as elements. Formulas stand as they are written until KaTeX has come. */
export function markdownView(markdown: string): HTMLElement[] {
  return blocksOf(markdown).map(blockView);
}

/** A page's own heading is the first; those of a notebook begin below it. */
const headings = {1: "h2", 2: "h3", 3: "h4"} as const;

function blockView(block: Block): HTMLElement {
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
      return formula(element("p", {class: "cell-formula"}), block.text, true);
  }
}

const tags = {code: "code", emphasis: "em", strong: "strong"} as const;

function spanView(span: Span): Node | string {
  if (span.kind === "plain") return span.text;
  if (span.kind === "formula") return formula(element("span"), span.text, false);
  if (span.kind !== "link") return element(tags[span.kind], {}, span.text);
  const {href, text} = span;
  return element("a", {href, rel: "noopener noreferrer nofollow", target: "_blank"}, text);
}

/** What a formula may cost is bounded, for anybody may have written it. */
const bounds = {throwOnError: false, trust: false, maxExpand: 200, maxSize: 20} as const;

function formula<E extends HTMLElement>(place: E, tex: string, displayMode: boolean): E {
  place.textContent = displayMode ? `$$${tex}$$` : `$${tex}$`;
  import("../vendor/katex.js").then(
    ({katex}) => katex.render(tex, place, {...bounds, displayMode}),
    () => {}, // it stays as it was written
  );
  return place;
}
