/** `text` as it stands in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A link when there is an address, else its text alone. */
export function link(text: string, url: string): string {
  return url === "" ? escapeHtml(text) : `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

/** A table; `cells` are HTML, headings are text. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join("");
  const body = rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
    .join("\n");
  return `<div class="about-table" role="region" tabindex="0" aria-label="${escapeHtml(headings.join(", "))}">
<table>
<thead><tr>${head}</tr></thead>
<tbody>
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
