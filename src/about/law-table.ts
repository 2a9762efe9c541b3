import {escapeHtml, link, table} from "./html.js";
import type {LawRule} from "./law-rules.js";

const kinds = {law: "law", court: "a court’s decision", office: "an office’s view"} as const;

/** Every rule with its source and the day on which somebody looked. */
export function lawTable(rules: readonly LawRule[]): string {
  return table(
    ["Where", "What", "From", "Source", "Checked"],
    rules.map(({jurisdiction, rule, kind, from, source, read, checked}) => [
      escapeHtml(jurisdiction),
      `${escapeHtml(rule)} <em>(${kinds[kind]})</em>`,
      dayOf(from),
      `${link(source.title, source.url)}; ${escapeHtml(read)}`,
      dayOf(checked),
    ]),
    {stacks: true},
  );
}

/** The same in the order of their days; what lies after the day of the check is marked. */
export function lawTimes(rules: readonly LawRule[]): string {
  const sorted = [...rules].sort((a, b) => a.from.localeCompare(b.from));
  const items = sorted.map(({jurisdiction, rule, from, checked}) => {
    const isToCome = from > checked;
    const first = rule.split(/[.;:(] ?/)[0]!.trim();
    const words = `${jurisdiction}: ${first}${isToCome ? " (to come when this was checked)" : ""}`;
    return `<li${isToCome ? ' data-to-come=""' : ""}>${dayOf(from)} ${escapeHtml(words)}</li>`;
  });
  return `<ol class="law-times">\n${items.join("\n")}\n</ol>`;
}

const day = new Intl.DateTimeFormat("en-GB", {dateStyle: "medium", timeZone: "UTC"});

/** "2 Aug 2026". */
function dayOf(iso: string): string {
  return `<time datetime="${iso}">${day.format(new Date(`${iso}T00:00:00Z`))}</time>`;
}
