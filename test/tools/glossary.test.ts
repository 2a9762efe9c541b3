import {readFileSync} from "node:fs";
import Markdown from "markdown-it";
import {describe, expect, it} from "vitest";
import {readCourse} from "../../tools/course.mjs";
import {glossary, mentions, parseGlossary, readGlossary} from "../../tools/glossary.mjs";

const paths = ["lessons/01-introduction/one-neuron"];
const neuron = {
  term: "neuron",
  also: ["neurons"],
  says: "A sum of numbers, each times a weight.",
  page: "01-introduction/one-neuron",
};

describe("the glossary", () => {
  it.each(readGlossary())("explains $term on a page that has the word", (term) => {
    const file = term.page.endsWith("/") ? `${term.page}index` : term.page;
    expect(mentions(term, readFileSync(`${file}.md`, "utf8"))).toBe(true);
  });

  it.each<[what: string, entry: object, problem: RegExp]>([
    ["no term", {...neuron, term: ""}, /a term is a word/],
    ["no sentence", {...neuron, says: "a sum"}, /a sum is no sentence/],
    ["no page", {...neuron, page: "99-end"}, /99-end is no page \(one of lessons\/01/],
    ["a form twice", {...neuron, also: ["Neuron"]}, /neuron is there twice/],
  ])("refuses %s", (_, entry, problem) => {
    expect(() => parseGlossary([entry], paths)).toThrow(problem);
  });
});

describe("a page", () => {
  const render = (text: string, path = "/lessons/02-machine-learning/downhill") => {
    const md = new Markdown({html: true});
    glossary(md);
    return md.render(text, {path});
  };
  const link = (id: string, word: string) => `<a class="term" href="/find#term-${id}">${word}</a>`;

  it("links the first use of each term in its paragraphs, the longer one first", () => {
    expect(render("Learning rates and weights, weights and a learning rate.")).toBe(
      `<p>${link("learning-rate", "Learning rates")} and ${link("weight", "weights")}, weights and a learning rate.</p>\n`,
    );
  });

  it("leaves links, headings, lists, parts of words and its own terms alone", () => {
    for (const text of [
      "# Weight",
      "- weight",
      "[weight](./x)",
      "<a href='x'>weight</a>",
      "featherweight",
      "cross-weight",
      "gradients in a batch",
    ])
      expect(render(text), text).not.toContain("term-weight");
    expect(render("A batch.")).not.toContain("term-batch");
    expect(render("A weight.", "/about")).not.toContain("<a");
  });

  it("lists every term once, with links that lead to pages", () => {
    const html = render("<!-- glossary -->", "/find");
    const pages = readCourse().flatMap((chapter) => chapter.pages.map(({path}) => `/${path}`));
    expect(html.match(/<dt /g)).toHaveLength(readGlossary().length);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(pages).toContain(href);
    expect(html).toMatch(/<dt id="term-softmax"[^>]*>softmax<\/dt>\n<dd>Turns .*Used in/);
  });
});
