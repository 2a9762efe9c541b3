import {readdirSync, readFileSync} from "node:fs";
import {posix} from "node:path";
import {describe, expect, it} from "vitest";
import {readLink} from "../../lib/param-link.js";
import {experiments} from "../../src/experiments/index.js";

/** A lesson's links set an experiment's params by name and value: each must be one the experiment takes. */
const lessons = readdirSync("lessons", {recursive: true, encoding: "utf8"})
  .filter((file) => file.endsWith(".md"))
  .map((file) => `lessons/${file.replaceAll("\\", "/")}`);
const settings = /\]\(([^)#]*)(#[\w-]+\.\w+=[^)]*)\)/g;

const idsIn = (text: string, pattern: RegExp) =>
  new Set([...text.matchAll(pattern)].map(([, id]) => id!));

const shownIn = (text: string) => idsIn(text, /\/experiments\/([\w-]+)\.js"/g);

/** The file of the page that `link` leads to, from the page in `file`. */
const fileOf = (file: string, link: string) =>
  `${posix.join(posix.dirname(file), link).replace(/\/$/, "/index")}.md`;

it("an unknown param, a value out of range and an unknown choice are found out", () => {
  const {params} = experiments["gan-plane"]!;
  expect(readLink(params, "gan-plane", "#gan-plane.rate=1").errors).toHaveLength(1);
  expect(readLink(params, "gan-plane", "#gan-plane.learningRate=5").errors).toHaveLength(1);
  expect(readLink(params, "gan-plane", "#gan-plane.points=star").errors).toHaveLength(1);
});

describe.each(lessons)("%s", (file) => {
  const text = readFileSync(file, "utf8");
  const links = [...text.matchAll(settings)].map(([, page, hash]) => ({page: page!, hash: hash!}));

  it("links only to experiments that are on the page it leads to", () => {
    for (const id of shownIn(text)) expect(experiments, id).toHaveProperty([id]);
    for (const {page, hash} of links) {
      const shown = page === "" ? shownIn(text) : shownIn(readFileSync(fileOf(file, page), "utf8"));
      for (const id of idsIn(hash, /[#&]([\w-]+)\./g)) expect(shown, page + hash).toContain(id);
    }
  });

  it.each(links)("$hash sets what it says", ({hash}) => {
    for (const id of idsIn(hash, /[#&]([\w-]+)\./g)) {
      const {params, errors} = readLink(experiments[id]!.params, id, hash);
      expect(errors).toEqual([]);
      expect(Object.keys(params).length).toBeGreaterThan(0);
    }
  });
});
