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

/** Its time is in proportion to its length, whatever it is: a text is shown before its reader has looked at it. */
export function blocksOf(markdown: string): Block[] {
  const lines = markdown.split("\n");
  const blocks: Block[] = [];
  /** What has no end here has none further down. */
  const endless = new Set<Fence>();
  let from = 0;
  for (let i = 0; i < lines.length; i++) {
    const fence = fences.find(({isBegin}) => isBegin(lines[i]!));
    if (!fence || endless.has(fence)) continue;
    const end = fence.endOf(lines, i);
    if (end < 0) {
      endless.add(fence);
      continue;
    }
    blocks.push(...plainBlocks(lines.slice(from, i).join("\n")));
    blocks.push(fence.block(lines.slice(i, end + 1)));
    from = end + 1;
    i = end;
  }
  return [...blocks, ...plainBlocks(lines.slice(from).join("\n"))];
}

/** What stands between two marks is taken as it is. */
interface Fence {
  readonly isBegin: (line: string) => boolean;
  /** The line at which it ends, -1 if there is none. */
  readonly endOf: (lines: readonly string[], begin: number) => number;
  readonly block: (lines: readonly string[]) => Block;
}

const fences: readonly Fence[] = [
  {
    isBegin: (line) => line.startsWith("```"),
    endOf: (lines, begin) => lineFrom(begin + 1, lines, (line) => line === "```"),
    block: (lines) => ({kind: "code", text: lines.slice(1, -1).join("\n")}),
  },
  {
    isBegin: (line) => line.startsWith("$$"),
    endOf: (lines, begin) =>
      /^\$\$.*\$\$$/.test(lines[begin]!.trimEnd())
        ? begin
        : lineFrom(begin + 1, lines, (line) => line.endsWith("$$")),
    block: (lines) => ({kind: "formula", text: lines.join("\n").trimEnd().slice(2, -2).trim()}),
  },
];

/** The first line from `start` on that ends a fence, but for blanks at its end; -1 if there is none. */
function lineFrom(start: number, lines: readonly string[], isEnd: (line: string) => boolean) {
  for (let i = start; i < lines.length; i++) if (isEnd(lines[i]!.trimEnd())) return i;
  return -1;
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

const joined = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .join(" ");

const marks =
  /\\([\\`*_$[\]#<>{}])|`([^`]+)`|\$((?:[^$\\]|\\.)+)\$|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\][]+)\]\((https?:\/\/[^\s)]{1,2000})\)/g;

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
