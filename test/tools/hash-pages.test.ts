import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {runInNewContext} from "node:vm";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Chapter, CoursePage} from "../../src/course/course-page.js";
import {hashScripts} from "../../tools/hash-pages.mjs";

const page = (name: string, experiments: string[] = []): CoursePage => ({
  name,
  path: `lessons/03-gans/${name === "index" ? "" : name}`,
  title: name,
  description: "",
  minutes: 5,
  experiments,
  exercises: [],
  questions: [],
});
const pages = [
  page("index"),
  page("duel", ["gan-plane", "gan-digits"]),
  page("game", ["gan-plane"]),
];
const course: Chapter<CoursePage>[] = [{folder: "03-gans", number: 3, title: "War", pages}];

describe("a hash", () => {
  let scripts: ReadonlyMap<string, string>;
  const site = `${mkdtempSync(join(tmpdir(), "site-"))}/`;
  beforeAll(() => {
    mkdirSync(`${site}lessons/03-gans`, {recursive: true});
    const write = (file: string, html: string) =>
      writeFileSync(`${site}lessons/03-gans/${file}`, html);
    write("index.html", '<main id="observablehq-main"><h1 id="war">War</h1></main>');
    write("duel.html", '<h1 id="duel">Duel</h1><h2 id="sources">Sources</h2>');
    write("game.html", '<h1 id="game">Game</h1><h2 id="sources">Sources</h2>');
    scripts = hashScripts(site, course);
  });
  afterAll(() => rmSync(site, {recursive: true}));

  /** Where the page `file` leads, opened with `hash`, and with another that is set later. */
  function led(file: string, hash: string, later?: string): string[] {
    const to: string[] = [];
    const location = {search: "?backend=wasm", hash, replace: (url: string) => to.push(url)};
    const listeners: (() => void)[] = [];
    const addEventListener = (_: string, listener: () => void) => listeners.push(listener);
    runInNewContext(scripts.get(`lessons/03-gans/${file}`)!, {location, addEventListener});
    if (later !== undefined) {
      location.hash = later;
      for (const listener of listeners) listener();
    }
    return to;
  }

  it.each([
    [
      "index.html",
      "#gan-digits.dataset=clothes&gan-digits.locked=seed",
      "./duel?backend=wasm#gan-digits.dataset=clothes&gan-digits.locked=seed",
    ],
    ["index.html", "#gan-plane.points=spots", "./duel?backend=wasm#gan-plane.points=spots"],
    ["index.html", "#game", "./game?backend=wasm#game"],
    ["game.html", "#gan-digits.seed=3", "./duel?backend=wasm#gan-digits.seed=3"],
    ["game.html", "#war", "./?backend=wasm#war"],
  ])("on %s: %s leads to %s", (file, hash, target) => {
    expect(led(file, hash)).toEqual([target]);
    expect(led(file, "", hash)).toEqual([target]);
  });

  it.each([
    ["game.html", "#gan-plane.points=spots"],
    ["game.html", "#sources"],
    ["duel.html", "#sources"],
    ["duel.html", ""],
    ["duel.html", "#nowhere"],
    ["duel.html", "#constructor"],
    ["duel.html", "#observablehq-main"],
  ])("on %s: %s stays", (file, hash) => {
    expect(led(file, hash)).toEqual([]);
  });
});
