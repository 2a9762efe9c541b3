import type {Manifest, ManifestEntry} from "../lib/datasets/manifest.js";
import {descriptions, escapeHtml, link, table} from "./html.js";

/** Every file of `data/` with its source and licence, files of the same source together, sets of pictures first. */
export function dataFiles({files}: Manifest): string {
  const groups = new Map<string, ManifestEntry[]>();
  const entries = Object.values(files);
  const isSet = ({classNames, attributes}: ManifestEntry) =>
    (classNames ?? attributes) !== undefined;
  for (const entry of [...entries.filter(isSet), ...entries.filter((e) => !isSet(e))]) {
    const {source, author, licence, licenceNote} = entry;
    const origin = [source.title, source.version, author, licence, licenceNote].join("\n");
    groups.set(origin, [...(groups.get(origin) ?? []), entry]);
  }
  return [...groups.values()].map(groupSection).join("\n");
}

function groupSection(entries: readonly ManifestEntry[]): string {
  const [{source, author, licence, licenceNote}] = entries as [ManifestEntry];
  return `<h3>${link(capitalised(source.title), source.url)}</h3>
${descriptions([
  ...(source.version === "" ? [] : [["Version", escapeHtml(source.version)] as const]),
  ["By", escapeHtml(author)],
  ["Licence", escapeHtml([licence, licenceNote].filter(Boolean).join(". "))],
])}
${table(
  ["File", "What it holds", "Size", "Made"],
  entries.map((entry) => [
    escapeHtml(entry.file),
    escapeHtml(entry.title),
    `<span class="about-unit">${size(entry.bytes)}</span>`,
    `<span class="about-unit">${entry.date}</span>`,
  ]),
)}
<details>
<summary>Checksums and scripts</summary>
${descriptions(entries.map((entry) => [entry.file, provenance(entry)]))}
</details>`;
}

function provenance({sha256, script}: ManifestEntry): string {
  return `SHA-256 <code>${sha256}</code>, made by <code>${escapeHtml(script)}</code>`;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** In units of 1,000 bytes, as browsers show it. */
export function size(bytes: number): string {
  if (bytes >= 999_500) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}
