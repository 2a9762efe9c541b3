import {readdirSync, readFileSync} from "node:fs";
import Markdown from "markdown-it";
import {describe, expect, it} from "vitest";
import {evidenceText, withEvidence} from "../../tools/evidence-text.mjs";

const told = (claim: string) =>
  claim === "gan-plane.spots"
    ? {"kept.spots": 8, share: 0.4567, distance: 3011.6, loss: -150.4, what: "collapse"}
    : undefined;
const fill = (text: string) => withEvidence(text, "lessons/x.md", told);

describe("a number from evidence", () => {
  it.each([
    ["kept.spots", "8"],
    ["kept.spots word", "eight"],
    ["kept.spots 0.0", "8.0"],
    ["share 0.00", "0.46"],
    ["distance 0", "3,012"],
    ["loss 0", "−150"],
    ["what", "collapse"],
  ])("is written in place of %s", (name, written) => {
    expect(fill(`about {evidence gan-plane.spots ${name}} of it`)).toBe(`about ${written} of it`);
  });

  it.each([
    ["gan-plane.ring spots", "there is no evidence for gan-plane.ring"],
    ["gan-plane.spots spots", "unknown number (one of kept.spots, share, distance, loss, what)"],
    ["gan-plane.spots constructor", "unknown number"],
    ["gan-plane.spots share", "0.4567 cannot be written so (end with 0, 0.0, 0.00 or word)"],
    ["gan-plane.spots share word", "0.4567 cannot be written so"],
    ["gan-plane.spots distance 0.x", "3011.6 cannot be written so"],
    ["gan-plane.spots what 0", "collapse cannot be written so"],
    ["gan-plane.spots share 0.00 more", "unknown number"],
    ["", "there is no evidence for "],
  ])("is refused for {evidence %s}, with file and line", (token, why) => {
    expect(() => fill(`# One\n\ntwo {evidence ${token}}`)).toThrow(
      `lessons/x.md:3: {evidence ${token}}: ${why}`,
    );
  });

  it("is nothing else in braces", () => {
    const text = "$\\htmlClass{real}{x}$ and {cell} $x$ and {evidences}";
    expect(fill(text)).toBe(text);
  });
});

const pages = ["lessons", "src"].flatMap((folder) =>
  readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter(
      (file) =>
        file.endsWith(".md") && !/(^|\/)(lib|data|lessons|vendor|\.observablehq)\//.test(file),
    )
    .map((file) => `${folder}/${file}`),
);

it("is there for every page that asks for one", () => {
  const asking = pages.filter((file) => readFileSync(file, "utf8").includes("{evidence "));
  expect(asking).toContain("lessons/04-vaes/faces.md");
  for (const file of asking)
    expect(withEvidence(readFileSync(file, "utf8"), file)).not.toContain("{evidence");
});

it("is in the page before Markdown is read, and its line is that of the file", () => {
  const md = new Markdown();
  evidenceText(md, () => "lessons/04-vaes/index.md");
  const render = (text: string) => md.render(text, {path: "/lessons/04-vaes/index"});
  expect(render("*{evidence vae-digits.holes beta01.gaps}* places")).toBe(
    "<p><em>52</em> places</p>\n",
  );
  expect(() => render("{evidence vae-digits.holes gaps}")).toThrow(
    "lessons/04-vaes/index.md:1: {evidence vae-digits.holes gaps}: unknown number",
  );
});
