import {createHash} from "node:crypto";
import {describe, expect, test} from "vitest";
import {finishPage, pictures} from "../../tools/postbuild.mjs";

const sidebar = 'const initialState = sessionStorage.getItem("x");';
const framework = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<link rel="stylesheet" href="../_file/vendor/fonts/fonts.12ab.css">
<script type="module" src="./a.js"></script>
<script type="module">import "./b.js";
define({id: "12ab", body: async (display) => {
const {ganPlane} = await import("./_import/vendor/experiments/gan-plane.56ef.js");
display(ganPlane());
}});
define({id: "34cd", body: (display,gallery) => {
display(gallery.plane());
}});
define({id: "78ab", body: async (display) => {
const {lateRace} = await import("./_import/experiment/late-race.90cd.js");
display(lateRace());
}});</script>
</head>
<body>
<nav id="observablehq-sidebar">
  <ol>
    <label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>
    <li class="observablehq-link observablehq-link-active"><a href="./">Home</a></li>
  </ol>
  <section class="observablehq-section-active">
    <summary class="observablehq-link observablehq-link-active"><a href="./war/">War</a></summary>
    <ol>
    <li class="observablehq-link"><a href="./war/duel">Duel</a></li>
    </ol>
  </section>
</nav>
<script>{${sidebar}}</script>
<main id="observablehq-main">
<div class="observablehq observablehq--block"><!--:12ab:--></div>
<div class="observablehq observablehq--block"><!--:34cd:--></div>
<div class="observablehq observablehq--block"><!--:78ab:--></div>
</main>
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
      hash(/<script type="module">(import[^<]*)</.exec(framework)?.[1] ?? ""),
      hash(`{${sidebar}}`),
    ]);
  });

  test("runs a script of its own before the others, allowed like them", () => {
    const led = finishPage(framework, "leadOn();");
    const [first] = /<script[^>]*>[^<]*<\/script>/.exec(led) ?? [];
    expect(first).toBe("<script>leadOn();</script>");
    expect(led).toContain(hash("leadOn();"));
    expect(led.indexOf("Content-Security-Policy")).toBeLessThan(led.indexOf("<script"));
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
    expect(html).toMatch(
      /<p class="[^"]*active"><a aria-current="page" href=".\/war\/">War<\/a><\/p>/,
    );
    expect(html).not.toContain("<summary");
  });

  test("begins with a link past the chapters", () => {
    const [first] = html.slice(html.indexOf("<body>")).match(/<(a|input|button)\b[^>]*>/) ?? [];
    expect(first).toBe('<a class="skip-link" href="#observablehq-main">');
  });

  test("fetches its opening faces before all else", () => {
    const preloads = html.match(/<link [^>]*>/g)!.slice(0, 4);
    for (const preload of preloads)
      expect(preload).toMatch(/ crossorigin href="\.\.\/_file\/vendor\/fonts\/[\w-]+\.woff2">$/);
  });

  test("fetches the faces of formulas where there are any", () => {
    const sheet = '<link rel="stylesheet" href="../_file/vendor/katex/katex.34cd.css">\n</head>';
    const withSheet = framework.replace("</head>", sheet);
    const preloads = (page: string) => finishPage(page).match(/preload[^>]*\/katex\/[^>]*>/g) ?? [];
    expect(preloads(withSheet)).toEqual([]);
    expect(preloads(withSheet.replace("</main>", '<span class="katex">x</span></main>'))).toEqual([
      expect.stringMatching(
        /crossorigin href="\.\.\/_file\/vendor\/katex\/KaTeX_Main-Regular\.woff2">$/,
      ),
      expect.stringMatching(/\/KaTeX_Math-Italic\.woff2">$/),
    ]);
    const expectation = '<span class="katex"><span class="mord mathbb">E</span></span></main>';
    expect(preloads(withSheet.replace("</main>", expectation)).at(-1)).toContain("KaTeX_AMS");
  });

  test("keeps room for an experiment or a late figure, and says without scripts that it needs them", () => {
    expect(html).toMatch(
      / live"><!--:12ab:--><\/div>\s*<noscript>.* experiment.*JavaScript.*<\/noscript>/,
    );
    expect(html).toMatch(
      / live"><!--:78ab:--><\/div>\s*<noscript>.* figure.*JavaScript.*<\/noscript>/,
    );
    expect(html).toContain('<div class="observablehq observablehq--block"><!--:34cd:--></div>\n<');
    expect(html.match(/<noscript>/g)).toHaveLength(2);
  });

  test("is refused when Framework's HTML has changed", () => {
    expect(() => finishPage("<html><head></head></html>")).toThrow(/Framework's HTML has changed/);
  });
});

describe("pictures", () => {
  const header = Buffer.alloc(24);
  header.writeUInt32BE(708, 16);
  header.writeUInt32BE(444, 20);
  const read = (url: string) => (url === "./a.png" ? header : Buffer.alloc(0));

  test("have the size that the file says, and wait to be seen but for the one that opens the page", () => {
    const opening =
      '<figure class="opening">\n  <a href="./b"><img src="./a.png" alt="A"></a></figure>';
    expect(pictures(`${opening}<img src="./a.png">`, read)).toBe(
      '<figure class="opening">\n  <a href="./b"><img src="./a.png" width="708" height="444" alt="A"></a></figure>' +
        '<img src="./a.png" width="708" height="444" loading="lazy">',
    );
  });

  test("keep a size that is given, and are not sought elsewhere", () => {
    for (const html of ['<img src="./a.png" width="9">', '<img src="data:image/png;base64,AA">'])
      expect(pictures(html, read)).toBe(html);
  });
});
