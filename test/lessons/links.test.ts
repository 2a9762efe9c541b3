import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readLink} from "../../lib/param-link.js";
import {experiments} from "../../src/experiments/index.js";

/** A lesson's links set an experiment's params by name and value: each must be one the experiment takes. */
const lessons = readdirSync("lessons", {recursive: true, encoding: "utf8"})
  .filter((file) => file.endsWith(".md"))
  .map((file) => `lessons/${file.replaceAll("\\", "/")}`);
const settings = /\]\((#[\w-]+\.\w+=[^)]*)\)/g;

const idsIn = (text: string, pattern: RegExp) =>
  new Set([...text.matchAll(pattern)].map(([, id]) => id!));

it("an unknown param, a value out of range and an unknown choice are found out", () => {
  const {params} = experiments["gan-plane"]!;
  expect(readLink(params, "gan-plane", "#gan-plane.rate=1").errors).toHaveLength(1);
  expect(readLink(params, "gan-plane", "#gan-plane.learningRate=5").errors).toHaveLength(1);
  expect(readLink(params, "gan-plane", "#gan-plane.points=star").errors).toHaveLength(1);
});

describe.each(lessons)("%s", (file) => {
  const text = readFileSync(file, "utf8");
  const links = [...text.matchAll(settings)].map(([, hash]) => hash!);

  it("links only to experiments that are on the page", () => {
    const shown = idsIn(text, /\/experiments\/([\w-]+)\.js"/g);
    for (const id of shown) expect(experiments, id).toHaveProperty([id]);
    for (const hash of links)
      for (const id of idsIn(hash, /[#&]([\w-]+)\./g)) expect(shown, hash).toContain(id);
  });

  it.each(links)("%s sets what it says", (hash) => {
    for (const id of idsIn(hash, /[#&]([\w-]+)\./g)) {
      const {params, errors} = readLink(experiments[id]!.params, id, hash);
      expect(errors).toEqual([]);
      expect(Object.keys(params).length).toBeGreaterThan(0);
    }
  });
});
