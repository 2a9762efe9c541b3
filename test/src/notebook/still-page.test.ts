import {createHash} from "node:crypto";
import {expect, test} from "vitest";
import {writeStillPage} from "../../../src/notebook/still-page.js";

const page = {
  title: 'A <b>"title"</b> & more',
  date: "2026-11-29",
  remarks: ["Not run: cell 2 <script>."],
  address: 'https://x.test/notebook#shared=a"><script>',
  sections: ["<section>one</section>", "<section>two</section>"],
};

test("a still page lets in its own style and its own pictures, and nothing else", async () => {
  const html = await writeStillPage(page);
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!;
  const hash = createHash("sha256").update(style).digest("base64");
  expect(html).toContain(
    `content="default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<style>"));
});

test("a still page reads none of its words as HTML", async () => {
  const html = await writeStillPage(page);
  expect(html).not.toMatch(/<script|<b>/);
  expect(html).toContain("<title>A &lt;b&gt;&quot;title&quot;&lt;/b&gt; &amp; more</title>");
  expect(html).toContain("<section>one</section>\n<section>two</section>");
  expect(html).toContain("as it stood on 2026-11-29");
});

test("a still page of a notebook that is too long for an address has no link", async () => {
  expect(await writeStillPage(page)).toContain("<a href=");
  expect(await writeStillPage({...page, address: undefined})).not.toContain("<a ");
});
