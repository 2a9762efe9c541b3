import {expect, test} from "vitest";
import {chunkGroups} from "../../tools/chunk-groups.mjs";

const chunk = (name: string, size: number, users: string, imports = "") => ({
  names: [name],
  modules: [`${name}.ts`],
  size,
  users: new Set(users),
  imports: [...imports],
});

const isEverywhere = ({users}: {readonly users: ReadonlySet<string>}) => users.has("w");
const shape = (groups: ReturnType<typeof chunkGroups>) =>
  groups.map(({names, users}) => `${[...names].sort().join("")}: ${[...users].sort().join("")}`);

test("what is everywhere is one file that everyone fetches, and few others stay as they are", () => {
  const groups = chunkGroups(
    [chunk("p", 9, "wab"), chunk("q", 9, "wc"), chunk("r", 9, "ab"), chunk("s", 9, "bc")],
    isEverywhere,
    2,
  );
  expect(shape(groups)).toEqual(["pq: abcw", "r: ab", "s: bc"]);
  expect(groups[0]!.modules).toEqual(["p.ts", "q.ts"]);
});

test("of too many those are joined of which the fewest bytes are fetched in vain", () => {
  const chunks = [
    chunk("p", 90, "wabcd"),
    chunk("q", 30, "ab"),
    chunk("r", 20, "ab"),
    chunk("s", 1, "abc"),
    chunk("t", 40, "ad"),
  ];
  expect(shape(chunkGroups(chunks, isEverywhere, 3))).toEqual([
    "p: abcdw",
    "s: abc",
    "t: ad",
    "qr: ab",
  ]);
  const two = chunkGroups(chunks, isEverywhere, 2);
  expect(shape(two), "a byte for d and w costs less than fifty for c").toEqual([
    "ps: abcdw",
    "t: ad",
    "qr: ab",
  ]);
});

test("who fetches a file fetches what that file imports", () => {
  const chunks = [
    chunk("p", 900, "wabc"),
    chunk("q", 5, "ab", "s"),
    chunk("r", 5, "ac"),
    chunk("s", 50, "ab"),
  ];
  const groups = chunkGroups(chunks, isEverywhere, 2);
  for (const {names, users} of groups.filter((each) => each.imports.includes("s")))
    for (const user of users)
      expect(
        groups.some((each) => each.names.includes("s") && each.users.has(user)),
        `${names} for ${user}`,
      ).toBe(true);
});
