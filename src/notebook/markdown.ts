/**
 * The Markdown of a notebook's text, as plain data: headings, paragraphs, lists, fenced code, formulas; in a line `code`, *emphasis*,
 * **strong**, [links](https://…) and $formulas$. There is no HTML in it: a notebook may come from anybody.
 */

export type Span =
  | {readonly kind: "plain" | "code" | "emphasis" | "strong" | "formula"; readonly text: string}
  | {readonly kind: "link"; readonly text: string; readonly href: string};

export type Block =
  | {readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly spans: readonly Span[]}
  | {readonly kind: "paragraph"; readonly spans: readonly Span[]}
  | {
      readonly kind: "list";
      readonly isNumbered: boolean;
      readonly items: readonly (readonly Span[])[];
    }
  | {readonly kind: "code" | "formula"; readonly text: string};

export function blocksOf(markdown: string): Block[] {
  const fenced = /^```[^\n]*\n([\s\S]*?)\n?```[ \t]*$|^\$\$([\s\S]*?)\$\$[ \t]*$/gm;
  const blocks: Block[] = [];
  let from = 0;
  for (const {0: whole, 1: code, 2: formula, index} of markdown.matchAll(fenced)) {
    blocks.push(...plainBlocks(markdown.slice(from, index)));
    if (code !== undefined) blocks.push({kind: "code", text: code});
    else blocks.push({kind: "formula", text: formula!.trim()});
    from = index + whole.length;
  }
  return [...blocks, ...plainBlocks(markdown.slice(from))];
}

function plainBlocks(markdown: string): Block[] {
  return markdown
    .replaceAll(/^(#{1,6} .*)$/gm, "\n\n$1\n\n")
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map(blockOf);
}

const bullet = /^([-*]|\d{1,9}[.)]) /;

function blockOf(block: string): Block {
  const heading = /^(#{1,6}) (.*)$/.exec(block);
  if (heading) {
    const level = Math.min(3, heading[1]!.length) as 1 | 2 | 3;
    return {kind: "heading", level, spans: spansOf(heading[2]!)};
  }
  const first = bullet.exec(block);
  if (!first) return {kind: "paragraph", spans: spansOf(joined(block))};
  const items = block.split(/\n(?=(?:[-*]|\d{1,9}[.)]) )/);
  return {
    kind: "list",
    isNumbered: /\d/.test(first[1]!),
    items: items.map((item) => spansOf(joined(item.replace(bullet, "")))),
  };
}

const joined = (text: string) => text.replaceAll(/\s*\n\s*/g, " ");

const marks =
  /\\([\\`*_$[\]#<>{}])|`([^`]+)`|\$((?:[^$\\]|\\.)+)\$|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

/** A line cut at its marks. What is marked holds no other mark. */
export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  const plain = (words: string) => {
    const last = spans.at(-1);
    if (words === "") return;
    if (last?.kind === "plain") spans[spans.length - 1] = {kind: "plain", text: last.text + words};
    else spans.push({kind: "plain", text: words});
  };
  let from = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, escaped, code, formula, strong, emphasis, words, href] = match;
    plain(text.slice(from, match.index));
    if (escaped !== undefined) plain(escaped);
    else if (code !== undefined) spans.push({kind: "code", text: code});
    else if (formula !== undefined) spans.push({kind: "formula", text: formula});
    else if (strong !== undefined) spans.push({kind: "strong", text: strong});
    else if (emphasis !== undefined) spans.push({kind: "emphasis", text: emphasis});
    else spans.push({kind: "link", text: words!, href: href!});
    from = match.index + whole.length;
  }
  plain(text.slice(from));
  return spans;
}
