import {describe, expect, it} from "vitest";
import {searchOver} from "../../../src/find/search.js";
import {findEntries} from "../../../tools/find-entries.mjs";

const entries = findEntries().map((entry, id) => ({...entry, id}));
const search = await searchOver(entries);
const first = (words: string) => {
  const [found] = search(words);
  return found && `${found.kind}: ${found.title}`;
};

describe("a search over the course", () => {
  it.each([
    ["softmax", "term: softmax"],
    ["learning rat", "term: learning rate"],
    ["frechet distance", "term: Fréchet distance"],
    ["convolutoin", "term: convolution"],
    ["the duel", "page: The duel"],
    ["smallest readout", "exercise: The smallest readout"],
    ["checkerboard", "section: Networks for pictures"],
  ])("finds for “%s” %s", (words, found) => {
    expect(first(words)).toBe(found);
  });

  it("finds only what has all the words, and nothing for what nobody wrote", () => {
    const [all, one] = ["gradient penalty", "gradient"].map((words) => search(words).length);
    expect(all).toBeGreaterThan(0);
    expect(all).toBeLessThan(one!);
    expect(search("qwertz")).toEqual([]);
  });

  it("has every page, exercise and term in it, each place once", () => {
    const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
    expect(count("page")).toBeGreaterThan(40);
    expect(count("exercise")).toBeGreaterThan(40);
    expect(count("section")).toBeGreaterThan(150);
    const paths = entries.map(({path}) => path);
    expect(paths.filter((path, i) => paths.indexOf(path) < i)).toEqual([]);
  });
});
