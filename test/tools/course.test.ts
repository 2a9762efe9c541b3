import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {pageFile, pageShowing, readCourse} from "../../tools/course.mjs";
import {exerciseFolders} from "../../tools/exercise/folders.js";
import {experimentIds} from "../../tools/experiment-modules.mjs";

const page = (title: string, text = "", more = "description: What it is about.\n") =>
  `---\ntitle: ${title}\n${more}---\n\n# ${title}\n\n${text}`;

describe("a course", () => {
  let folder = "";
  beforeEach(() => {
    folder = `${mkdtempSync(join(tmpdir(), "lessons-"))}/`;
  });
  afterEach(() => rmSync(folder, {recursive: true}));

  const read = (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(folder, file, ".."), {recursive: true});
      writeFileSync(join(folder, file), text);
    }
    return readCourse(folder);
  };

  it("has its chapters by number, and their pages in the order that the first one says", () => {
    const shown =
      '```js\nimport {ganPlane} from "../../vendor/experiments/gan-plane.js";\ndisplay(exercise("sums"));\ndisplay(recall("why"));\ndisplay(recall("why"));\n```';
    const course = read({
      "03-three/index.md": page("Three", "", "pages: [walk, begin]\n"),
      "03-three/begin.md": page("Begin", "", 'description: "Two parts: a and b."\n'),
      "03-three/walk.md": page("Walk", shown),
      "02-two/index.md": page("Two", "", ""),
      "03-three/exercises/sums/index.md": "Add.",
    });
    expect(course.map(({folder, number, title}) => [folder, number, title])).toEqual([
      ["02-two", 2, "Two"],
      ["03-three", 3, "Three"],
    ]);
    const [first, walk, begin] = course[1]!.pages;
    expect(first).toMatchObject({name: "index", path: "lessons/03-three/", title: "Three"});
    expect(begin).toMatchObject({
      path: "lessons/03-three/begin",
      description: "Two parts: a and b.",
    });
    expect(walk).toMatchObject({
      title: "Walk",
      experiments: ["gan-plane"],
      exercises: ["sums"],
      questions: ["why"],
    });
    expect(pageShowing("exercises", "sums", course)).toBe(walk);
    expect(pageShowing("experiments", "vae-digits", course)).toBeUndefined();
  });

  it.each([
    [
      "a page that no order has",
      {"index.md": page("A", "", ""), "b.md": page("B")},
      "missing in pages in lessons/02-a/index.md: b",
    ],
    [
      "a page that is not there",
      {"index.md": page("A", "", "pages: [b, c]\n"), "b.md": page("B")},
      "invalid pages in lessons/02-a/index.md: c (each of b once)",
    ],
    [
      "a page twice",
      {"index.md": page("A", "", "pages: [b, b]\n"), "b.md": page("B")},
      "invalid pages in lessons/02-a/index.md: b (each of b once)",
    ],
    [
      "a page without a description",
      {"index.md": page("A", "", "pages: [b]\n"), "b.md": page("B", "", "")},
      "lessons/02-a/b.md: has no description",
    ],
    [
      "a page without front matter",
      {"index.md": "# A\n"},
      "lessons/02-a/index.md: has no front matter",
    ],
    [
      "a colon that YAML would read as its own",
      {"index.md": page("A: B", "", "")},
      "lessons/02-a/index.md: invalid front matter: title: A: B (name: text,",
    ],
  ])("with %s is refused", (_, files, message) => {
    const below = Object.entries(files).map(([file, text]) => [`02-a/${file}`, text]);
    expect(() => read(Object.fromEntries(below))).toThrow(message);
  });
});

describe("the course of this project", () => {
  const pages = readCourse().flatMap((chapter) => chapter.pages);

  it("has a file for each page, by its own name and by Framework's", () => {
    for (const {path} of pages) expect(existsSync(pageFile(path)), path).toBe(true);
    expect(pageFile("/lessons/03-gans/index")).toBe(pageFile("lessons/03-gans/"));
    expect(pageFile("/find")).toBe("src/find.md");
    expect(pageFile("/index")).toBe("src/index.md");
  });

  it("shows every experiment, and sets every exercise once", () => {
    const shown = pages.flatMap((each) => each.experiments);
    expect([...new Set(shown)].sort()).toEqual(experimentIds());
    const set = pages.flatMap((each) => each.exercises);
    expect(set.toSorted()).toEqual(
      exerciseFolders()
        .map((each) => basename(each))
        .sort(),
    );
  });
});
