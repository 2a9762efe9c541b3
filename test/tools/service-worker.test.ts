import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {afterAll, expect, test} from "vitest";
import {isolation} from "../../tools/headers.mjs";
import {withServiceWorker, writeServiceWorker} from "../../tools/service-worker.mjs";

const site = `${mkdtempSync(`${tmpdir()}/worker-`)}/`;
afterAll(() => rmSync(site, {recursive: true}));

test.each([
  ["index.html", "service-worker.js"],
  ["about.html", "service-worker.js"],
  ["lessons/03-gans/the-duel.html", "../../service-worker.js"],
])("%s knows where it is, under any base path", (page, address) => {
  expect(withServiceWorker("<head>\n</head>", page)).toBe(
    `<head>\n<meta name="service-worker" content="${address}">\n</head>`,
  );
});

test("a page that stands for any address knows nothing of it", () => {
  expect(withServiceWorker("<head>\n</head>", "404.html")).toBe("<head>\n</head>");
});

test("it is small, whole, and sends what the server of a host with headers sends", async () => {
  await writeServiceWorker(site);
  const code = readFileSync(`${site}service-worker.js`, "utf8");
  expect(code.length).toBeLessThan(1500);
  const listeners = new Map<string, (event: object) => void>();
  let answer: Promise<Response> | undefined;
  const request = {mode: "navigate", destination: "document"};
  new Function("addEventListener", "fetch", code)(
    (kind: string, heard: (event: object) => void) => listeners.set(kind, heard),
    async (asked: unknown) => new Response(asked === request ? "page" : "other"),
  );
  listeners.get("fetch")!({request, respondWith: (given: typeof answer) => (answer = given)});
  const {headers} = (await answer)!;
  for (const [name, value] of Object.entries(isolation)) expect(headers.get(name)).toBe(value);
  expect(headers.get("document-isolation-policy")).toBe("isolate-and-require-corp");
  answer = undefined;
  listeners.get("fetch")!({
    request: {mode: "cors", destination: "image"},
    respondWith: (given: typeof answer) => (answer = given),
  });
  expect(answer).toBeUndefined();
});
