import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {siteProblems} from "../../tools/check-site.mjs";

const page = (body: string, script = "") =>
  `<html lang="en"><head><title>A page</title><script type="module">${script}</script></head>` +
  `<body><main id="main"><h1 id="top">A page of some length</h1>${body}</main></body></html>`;

describe("checks of the built site", () => {
  let site = "";
  beforeEach(() => {
    site = `${mkdtempSync(join(tmpdir(), "site-"))}/`;
  });
  afterEach(() => rmSync(site, {recursive: true}));

  const problemsOf = (files: Record<string, string>, base?: string) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(site + path), {recursive: true});
      writeFileSync(site + path, text);
    }
    return siteProblems(site, base);
  };

  test("let a sound site pass", async () => {
    const files = {
      "index.html": page(
        '<a href="./about">about</a> <a href="./lessons/one/#top">one</a> <a href="https://example.org/">out</a>' +
          '<!-- <img src="./later.png"> -->',
        'import {a} from "./_import/a.js"; registerFile("x", {"path":"./_file/x.bin"}); a();',
      ),
      "about.html": page('<a href="./">home</a><a href="#main">top</a>'),
      "lessons/one/index.html": page(
        '<a href="../../about#top">about</a><a href="./two#gan-plane.points=spots">two</a>',
      ),
      "lessons/one/two.html": page(
        '<a href="#gan-plane.points=spots">here</a>',
        'await import("../../_import/vendor/experiments/gan-plane.56ef.js");',
      ),
      "_import/vendor/experiments/gan-plane.56ef.js": "export {};",
      "_import/a.js":
        'export const a = () => import("./b.js"); new Worker(import.meta.resolve("./b.js"));',
      "_import/b.js": "export {};",
      "_file/x.bin": "x",
      "_file/vendor/find.0a1b.json": '[{"path": "lessons/one/#top"}, {"path": "about#main"}]',
      "_file/f.css": "a {background: url(./x.bin), url(data:,)}",
      "_observablehq/stdlib.js": 'export const d3 = () => import("../_npm/d3@0.0.0/_esm.js");',
    };
    expect(await problemsOf(files)).toEqual([]);
  });

  const home = page("");
  const violations: [what: string, files: Record<string, string>, problem: RegExp][] = [
    ["a missing home page", {"about.html": home}, /^index\.html: missing$/],
    [
      "an empty page",
      {"index.html": home, "a.html": page("").replace(/<h1.*h1>/, "")},
      /^a\.html: empty page/,
    ],
    [
      "a place to be found that is not there",
      {"index.html": home, "_file/vendor/find.0a1b.json": '[{"path": "./#below"}]'},
      /find\.0a1b\.json: dead link: \.\/#below \(no element has this id\)/,
    ],
    [
      "a page without a title",
      {"index.html": home.replace(/<title>.*title>/, "")},
      /missing title/,
    ],
    [
      "a page without a language",
      {"index.html": home.replace(' lang="en"', "")},
      /missing language/,
    ],
    [
      "an import from outside the root",
      {
        "index.html": page(
          "",
          'define({body() { throw new SyntaxError("non-local import: ../x.js") }})',
        ),
      },
      /error text in the page: non-local import: \.\.\/x\.js/,
    ],
    [
      "an error that Framework shows in the page",
      {
        "index.html": page(
          '<div class="observablehq--inspect observablehq--error">SyntaxError: x</div>',
        ),
      },
      /error text in the page: SyntaxError: x/,
    ],
    [
      "a wrong formula in a line of its own",
      {"index.html": page('<p class="katex-block katex-error" title="ParseError: x">x</p>')},
      /error text in the page: ParseError: x/,
    ],
    [
      "what a merge left behind",
      {"index.html": page("<p>&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD</p>")},
      /error text in the page: (&lt;){7} HEAD/,
    ],
    ["a dead link", {"index.html": page('<a href="./nowhere">x</a>')}, /dead link: \.\/nowhere/],
    ["a dead fragment", {"index.html": page('<a href="#nowhere">x</a>')}, /dead link: #nowhere/],
    [
      "a link that sets what is on another page",
      {"index.html": page('<a href="#gan-plane.points=spots">x</a>')},
      /dead link: #gan-plane\.points=spots \(gan-plane is not on that page\)/,
    ],
    ["a missing picture", {"index.html": page('<img src="./x.png">')}, /dead link: \.\/x\.png/],
    [
      "a foreign picture",
      {"index.html": page('<img src="https://example.org/x.png">')},
      /another origin/,
    ],
    [
      "a foreign style sheet",
      {"index.html": page('<link rel="stylesheet" href="//fonts.example.org/x.css">')},
      /another origin: \/\/fonts/,
    ],
    [
      "a bare specifier in a module",
      {"index.html": home, "_import/a.js": 'import {x} from "tfjs-vis"; x();'},
      /^_import\/a\.js: bare specifier: tfjs-vis$/,
    ],
    [
      "a lazy bare specifier in a page",
      {"index.html": page("", 'const x = await import("npm:d3");')},
      /^index\.html#script0: bare specifier: npm:d3$/,
    ],
    [
      "a library that Framework has fetched",
      {"index.html": home, "_npm/d3@7.9.0/_esm.js": "export {};"},
      /^_npm\/d3@7\.9\.0\/_esm\.js: comes from a CDN$/,
    ],
    [
      "a missing module",
      {"index.html": page("", 'import {a} from "./_import/a.js"; a();')},
      /missing file: \.\/_import\/a\.js/,
    ],
    [
      "a missing worker",
      {"index.html": home, "_import/a.js": 'new Worker(import.meta.resolve("./w.js"));'},
      /missing file: \.\/w\.js/,
    ],
    [
      "a missing attached file",
      {"index.html": page("", 'registerFile("x", {"path":"./_file/x.bin"});')},
      /missing file: \.\/_file\/x\.bin/,
    ],
    [
      "a missing attached file of a module",
      {"index.html": home, "a.js": 'a({name:"x",path:"./_file/x.bin"},import.meta.url);'},
      /missing file: \.\/_file\/x\.bin/,
    ],
    [
      "a missing font",
      {"index.html": home, "a.css": "a {src: url(./f.woff2)}"},
      /^a\.css: missing file/,
    ],
    [
      "a foreign font",
      {"index.html": home, "a.css": "@import 'https://x.org/a.css';"},
      /^a\.css: .*another/,
    ],
  ];

  test.each(violations)("find %s", async (_, files, problem) => {
    expect(await problemsOf(files)).toEqual([expect.stringMatching(problem)]);
  });

  test("find a link that leaves the base path", async () => {
    const files = {"index.html": page('<a href="/about">x</a>'), "about.html": home};
    expect(await problemsOf(files)).toEqual([]);
    expect(await problemsOf(files, "/base/")).toEqual([
      expect.stringMatching(/leaves the base path/),
    ]);
  });
});
