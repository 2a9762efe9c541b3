import {createHash} from "node:crypto";
import {describe, expect, test} from "vitest";
import {finishPage} from "../../tools/postbuild.mjs";

const sidebar = 'const initialState = sessionStorage.getItem("x");';
const framework = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<script type="module" src="./a.js"></script>
<script type="module">import "./b.js";</script>
</head>
<body>
<nav id="observablehq-sidebar">
  <ol>
    <label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>
    <li class="observablehq-link observablehq-link-active"><a href="./">Home</a></li>
  </ol>
</nav>
<script>{${sidebar}}</script>
</body>
</html>`;

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("a finished page", () => {
  const html = finishPage(framework);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";

  test("says its language and may be zoomed", () => {
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('content="width=device-width, initial-scale=1"');
  });

  test("has its policy before any script", () => {
    expect(html.indexOf("Content-Security-Policy")).toBeGreaterThan(0);
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<script"));
  });

  test("allows its inline scripts by hash, and no other", () => {
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1]?.split(" ");
    expect(scripts).toEqual([
      "'self'",
      "'wasm-unsafe-eval'",
      hash('import "./b.js";'),
      hash(`{${sidebar}}`),
    ]);
  });

  test("loads nothing from elsewhere", () => {
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
    expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1);
    expect(policy).toContain("style-src-attr 'unsafe-inline'");
  });

  test("keeps only list items in its lists and marks the present page", () => {
    expect(html).toMatch(/<\/label>\s*<ol>\s*<li/);
    expect(html).toContain('<a aria-current="page" href="./">');
  });

  test("is refused when Framework's HTML has changed", () => {
    expect(() => finishPage("<html><head></head></html>")).toThrow(/Framework's HTML has changed/);
  });
});
