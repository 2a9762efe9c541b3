/** `npm run new experiment <id>`: a folder in `src/experiments` that trains at once; its author replaces one thing after the other. */
import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {experimentTemplate} from "./new/experiment.mjs";
import {isMain, Plain, report, root} from "./project.mjs";

const usage = "npm run new experiment <id>   makes src/experiments/<id>/, with its test";

/** Writes a new experiment to `folder`, which ends with a slash. @param {string} id @param {string} folder */
export function writeExperiment(id, folder = `${root}src/experiments/${id}/`) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id === "shared")
    throw new Plain(
      `invalid id: ${id} (small letters and digits, with single hyphens: vae-digits)`,
    );
  if (existsSync(folder)) throw new Plain(`the experiment exists: ${folder}`);
  mkdirSync(folder, {recursive: true});
  for (const [file, text] of Object.entries(experimentTemplate(id)))
    writeFileSync(folder + file, text);
}

async function main() {
  const [kind, id] = process.argv.slice(2);
  if (kind !== "experiment" || id === undefined) throw new Plain(usage);
  writeExperiment(id);
  const {nameOf} = await import("./experiment-modules.mjs");
  const {vendor} = await import("./vendor.mjs"); // what finds an experiment by its id: its test needs that
  await vendor();
  console.log(`made src/experiments/${id}/. To put it on a page, in the Markdown of lessons/<chapter>/<page>.md:

  \`\`\`js
  import {${nameOf(id)}} from "../../vendor/experiments/${id}.js";
  display(${nameOf(id)}());
  \`\`\`

Then npm start. Its test: npx vitest run --project "unit*" src/experiments/${id}`);
}

if (isMain(import.meta)) await report(main);
