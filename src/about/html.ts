/** `text` as it stands in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A link when there is an address, else its text alone. */
export function link(text: string, url: string): string {
  return url === "" ? escapeHtml(text) : `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

/** A table; `cells` are HTML, headings are text. With `stacks` its rows become blocks where the window is narrow, each cell below its heading. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  {stacks = false} = {},
): string {
  const role = (name: string) => (stacks ? ` role="${name}"` : ""); // a block would not be a row by itself
  const head = headings
    .map((text) => `<th scope="col"${role("columnheader")}>${escapeHtml(text)}</th>`)
    .join("");
  const cellOf = (cell: string, i: number) => {
    const heading = stacks ? ` data-heading="${escapeHtml(headings[i]!)}"` : "";
    return `<td${role("cell")}${heading}>${cell}</td>`;
  };
  const body = rows
    .map((cells) => `<tr${role("row")}>${cells.map(cellOf).join("")}</tr>`)
    .join("\n");
  return `<div class="about-table${stacks ? " about-stacks" : ""}" role="region" tabindex="0" aria-label="${escapeHtml(headings.join(", "))}">
<table${role("table")}>
<thead${role("rowgroup")}><tr${role("row")}>${head}</tr></thead>
<tbody${role("rowgroup")}>
${body}
</tbody>
</table>
</div>`;
}

/** Pairs of a term and its HTML, as a description list. */
export function descriptions(pairs: readonly (readonly [term: string, html: string])[]): string {
  const items = pairs.map(([term, html]) => `<dt>${escapeHtml(term)}</dt><dd>${html}</dd>`);
  return `<dl class="about-facts">\n${items.join("\n")}\n</dl>`;
}
