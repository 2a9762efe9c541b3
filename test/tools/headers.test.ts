import {expect, test} from "vitest";
import {headersFile, headersOf} from "../../tools/headers.mjs";

const sandbox = "_file/exercise/sandbox.1a2b3c4d.html";

/** What a host makes of `text` for `path`: every rule that fits adds its headers. */
function asHostReads(text: string, path: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  let isMeant = false;
  for (const line of text.split("\n").filter(Boolean)) {
    const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    if (name && value && isMeant) found[name] = [...(found[name] ?? []), value];
    if (!name) isMeant = line.endsWith("*") ? path.startsWith(line.slice(0, -1)) : path === line;
  }
  return found;
}

test.each(["index.html", "_import/a.js", sandbox])(
  "the file says of %s what our server sends",
  (file) => {
    const text = headersFile(["index.html", "_import/a.js", sandbox], "/course/");
    expect(asHostReads(text, `/course/${file}`)).toEqual(headersOf(file));
    expect(asHostReads(text, `/elsewhere/${file}`)).toEqual({});
  },
);

test("the frame for a reader's code is confined by its header, with or without its extension", () => {
  const text = headersFile([sandbox], "/");
  for (const path of [`/${sandbox}`, `/${sandbox.replace(".html", "")}`])
    expect(asHostReads(text, path)["Content-Security-Policy"]).toEqual([
      "frame-ancestors 'self' https:",
      "sandbox allow-scripts",
    ]);
  expect(headersOf("index.html")["Content-Security-Policy"]).toEqual([
    "frame-ancestors 'self' https:",
  ]);
});

test("pages, workers and the frame in them may share memory", () => {
  for (const file of ["index.html", "_import/vendor/worker.js", sandbox])
    expect(headersOf(file)).toMatchObject({
      "Cross-Origin-Embedder-Policy": ["require-corp"],
      "Cross-Origin-Opener-Policy": ["same-origin"],
    });
});
