import {inflateRawSync} from "node:zlib";
import MarkdownIt from "markdown-it";
import {describe, expect, test} from "vitest";
import {exerciseFiles} from "../../tools/exercise-modules.mjs";
import {htmlOf, withFormulas} from "../../tools/formulas.mjs";

/** As Framework does it: inline cells are a rule that comes last. */
function render(text: string): string {
  const md = new MarkdownIt({html: true});
  md.inline.ruler.push("placeholder", (state, silent) => {
    const end = state.src.indexOf("}", state.pos);
    if (!state.src.startsWith("${", state.pos) || end < 0) return false;
    if (!silent)
      state.push("html_inline", "", 0).content = `<!--${state.src.slice(state.pos + 2, end)}-->`;
    state.pos = end + 1;
    return true;
  });
  return withFormulas(md).renderInline(text);
}

describe("formulas in Markdown", () => {
  test("are rendered when the site is built", () => {
    expect(render("$x^2$")).toMatch(/^<span class="katex">.*<msup>/);
  });

  test("carry the colour of a role", () => {
    expect(render("$\\htmlClass{real}{x}$")).toContain('<span class="enclosing real">');
  });

  test("fail the build when they are wrong or ask for anything else", () => {
    expect(render("$\\fra{1}{2}$")).toMatch(/class=["']katex-error/); // which the checks of the site refuse
    expect(render("$\\href{https://example.org}{x}$")).not.toContain("<a ");
  });

  test.each([
    ["one cell: ${a}", "one cell: <!--a-->"],
    ["two cells: ${a} and ${b}", "two cells: <!--a--> and <!--b-->"],
    ["a price of $5 and ${a}", "a price of $5 and <!--a-->"],
  ])("leave cells and dollars alone: %s", (text, html) => {
    expect(render(text)).toBe(html);
  });

  test("stand beside cells", () => {
    const html = render("$x$ is ${a}");
    expect(html).toMatch(/^<span class="katex">/);
    expect(html).toMatch(/<\/span> is <!--a-->$/);
  });
});

describe("Markdown that is part of no page", () => {
  test("gets its formulas, and no tags but its own", () => {
    expect(htmlOf("- *So* $x^2$ <b>`a`", "a.md")).toMatch(
      /^<ul>\n<li><em>So<\/em> <span class="katex">.*<\/span> &lt;b&gt;<code>a<\/code><\/li>/,
    );
  });

  test.each(["a $\\fra{1}{2}$", "$$\\fra{1}{2}$$"])(
    "is refused with a wrong formula: %s",
    (text) => {
      expect(() => htmlOf(text, "a.md")).toThrow(/^a\.md: wrong formula: .*\\fra/);
    },
  );

  test("comes to the page as the why of a solution", () => {
    const packed = exerciseFiles().find(
      ([path]) => path === "exercises/softmax-cross-entropy.bin",
    )!;
    const {why} = JSON.parse(inflateRawSync(packed[1]).toString()) as {why: string};
    expect(why).toMatch(/^<p>Adding [\s\S]*<span class="katex">/);
    expect(why).not.toContain("$");
  });
});
