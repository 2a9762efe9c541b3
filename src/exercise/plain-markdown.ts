import {element} from "../controls/element.js";

/** The few marks of Markdown that hints use: paragraphs, lists of "- ", `code`, *emphasis*, **strong**. */
export function plainMarkdown(text: string): HTMLElement[] {
  return blocksOf(text).map((block) =>
    Array.isArray(block)
      ? element("ul", {}, ...block.map((item) => element("li", {}, ...inline(item))))
      : element("p", {}, ...inline(block)),
  );
}

/** Paragraphs as texts, lists as lists of texts; lines that were broken are whole again. */
export function blocksOf(text: string): (string | string[])[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      if (!/^[-*] /.test(block)) return block.replaceAll(/\s*\n\s*/g, " ");
      return block
        .split(/\n?^[-*] /m)
        .slice(1)
        .map((item) => item.replaceAll(/\s*\n\s*/g, " ").trim());
    });
}

/** A text cut at its marks: [mark, words] pairs. */
export function spansOf(text: string): (readonly ["" | "`" | "*" | "**", string])[] {
  const marked = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*/g;
  const spans: (readonly ["" | "`" | "*" | "**", string])[] = [];
  let from = 0;
  for (const match of text.matchAll(marked)) {
    const [whole, code, strong, emphasis] = match;
    if (match.index > from) spans.push(["", text.slice(from, match.index)]);
    if (code !== undefined) spans.push(["`", code]);
    else if (strong !== undefined) spans.push(["**", strong]);
    else spans.push(["*", emphasis!]);
    from = match.index + whole.length;
  }
  if (from < text.length) spans.push(["", text.slice(from)]);
  return spans;
}

const tags = {"`": "code", "*": "em", "**": "strong"} as const;

function inline(text: string): (HTMLElement | string)[] {
  return spansOf(text).map(([mark, words]) =>
    mark === "" ? words : element(tags[mark], {}, words),
  );
}
