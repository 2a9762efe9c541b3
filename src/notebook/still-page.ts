/**
 * A notebook as one file that shows what its cells have shown, and runs nothing: its policy lets in no script and no request, pictures
 * lie in the file itself. It needs no course and no network.
 */

export interface StillPage {
  readonly title: string;
  /** The day, as 2026-11-29. */
  readonly date: string;
  /** What is to be said of the run, a sentence each. */
  readonly remarks: readonly string[];
  /** The address where the notebook can be run; none where it is too long for one. */
  readonly address: string | undefined;
  /** Cells as HTML, in their order. */
  readonly sections: readonly string[];
}

/** Light, as what the cells have drawn was. */
const style = `
:root { color-scheme: light; --real: #2a69b0; --generated: #d26e0c; --judge: #0a6034; --chance: #898682; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; background: #fff; font: 1.0625rem/1.55 Georgia, serif; }
h1 { line-height: 1.2; }
section { margin: 1.5rem 0; }
section > * { max-width: 100%; }
pre { margin: 0 0 .5rem; overflow-x: auto; font: .875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
details > pre { padding: .5rem .75rem; background: #f5f5f2; border: 1px solid #ddd; border-radius: 4px; }
summary, figcaption, .about, .note, .cell-scale { font: .875rem/1.5 system-ui, sans-serif; color: #555; }
.about { padding-bottom: 1rem; border-bottom: 1px solid #ddd; }
.cell-error { color: #a32020; font: .875rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
.cell-pictures, .cell-drawing { display: block; max-width: 100%; height: auto; margin-bottom: .5rem; image-rendering: pixelated; }
.cell-drawing { image-rendering: auto; }
.cell-curves { max-width: 35rem; margin: 0 0 .5rem; }
.cell-curves svg { display: block; width: 100%; height: auto; border-bottom: 1px solid #999; }
.cell-curve { fill: none; stroke: var(--line); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.cell-curves ul { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; margin: .25rem 0; list-style: none; font: .875rem system-ui, sans-serif; }
.cell-curves li::before { display: inline-block; width: 1.2em; margin-right: .4em; vertical-align: .25em; border-top: 3px solid var(--line); content: ""; }
.role-0 { --line: var(--generated); } .role-1 { --line: var(--chance); } .role-2 { --line: var(--real); } .role-3 { --line: var(--judge); }
`;

export async function writeStillPage(page: StillPage): Promise<string> {
  const {title, date, remarks, address, sections} = page;
  const link =
    address === undefined
      ? ""
      : ` <a href="${escaped(address)}" rel="noreferrer">Open it where it runs.</a>`;
  const about = [
    `A notebook of From Noise, as it stood on ${date}. Nothing in this file runs; pictures and numbers are those that its cells have shown.`,
    ...remarks,
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await policyOf(style)}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="about">${escaped(about.join(" "))}${link}</p>
${sections.join("\n")}
</main>
</body>
</html>
`;
}

/** Nothing but the style that stands here and pictures that lie in the file. */
async function policyOf(css: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(css));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

const marks: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (mark) => marks[mark]!);
