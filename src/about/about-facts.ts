/**
 * Fills placeholders in the pages' HTML when the site is built: `<!-- facts: data-files -->` becomes what the manifest
 * says, so that nothing is written down twice and the pages need no script.
 */
import type {Manifest} from "../lib/datasets/manifest.js";
import {dataFiles} from "./data-files.js";
import {lawRules} from "./law-rules.js";
import {lawTable, lawTimes} from "./law-table.js";
import {modelCards} from "./model-cards.js";
import {recordedFrames, recordedRun} from "./recorded-run.js";
import {type PackageFacts, software} from "./software.js";

export interface AboutFacts {
  readonly manifest: Manifest;
  readonly packages: readonly PackageFacts[];
}

/** The part of markdown-it that is used. */
interface Markdown {
  readonly core: {
    readonly ruler: {push(name: string, rule: (state: {tokens: Token[]}) => void): void};
  };
}

interface Token {
  readonly type: string;
  content: string;
}

const sections: Readonly<Record<string, (facts: AboutFacts) => string>> = {
  "data-files": ({manifest}) => dataFiles(manifest),
  "model-cards": ({manifest}) => modelCards(manifest),
  "law-rules": () => lawTable(lawRules),
  "law-times": () => lawTimes(lawRules),
  "software-shipped": ({packages}) => software(packages, "page"),
  "software-tools": ({packages}) => software(packages, "workshop"),
};

/** A markdown-it plugin. `read` is called for each page with a placeholder, so that a preview is up to date. */
export function aboutFacts(md: Markdown, read: () => AboutFacts): void {
  md.core.ruler.push("about-facts", ({tokens}) => {
    for (const token of tokens)
      if (token.type === "html_block")
        token.content = token.content.replaceAll(/<!-- facts: (\S+) -->/g, (_, name: string) =>
          section(name, read()),
        );
  });
}

/** How a run was recorded, or at which steps the film strip of one. */
function recordedSection(name: string, {manifest}: AboutFacts): string {
  const strip = /^(.*)-frames$/.exec(name);
  return strip ? recordedFrames(manifest, strip[1]!) : recordedRun(manifest, name);
}

/** The HTML of one section. Throws a RangeError that lists the known ones. */
export function section(name: string, facts: AboutFacts): string {
  if (name.startsWith("recorded-")) return recordedSection(name, facts);
  const make = Object.hasOwn(sections, name) ? sections[name] : undefined;
  if (!make)
    throw new RangeError(`unknown facts: ${name} (one of ${Object.keys(sections).join(", ")})`);
  return make(facts);
}
