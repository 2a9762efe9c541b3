import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {request} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {serve} from "../../tools/serve.mjs";

describe("the server", () => {
  const parent = mkdtempSync(join(tmpdir(), "serve-"));
  const folder = `${parent}/site/`;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    mkdirSync(`${folder}lessons/one`, {recursive: true});
    const files = {
      "index.html": "home",
      "about.html": "about",
      "404.html": "not here",
      "lessons/one/index.html": "one",
      "a.wasm": "\0asm",
      "a.js": "1",
      "a.bin.gz": "\x1f\x8b",
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(folder + name, text);
    writeFileSync(`${parent}/secret.txt`, "secret");
    server = await serve({folder, base: "/base/", port: 0});
  });
  afterAll(async () => {
    await server.close();
    rmSync(parent, {recursive: true});
  });

  const get = (path: string) => fetch(new URL(path, server.url), {redirect: "manual"});

  test.each([
    ["", 200, "home"],
    ["about", 200, "about"],
    ["about?x=1", 200, "about"],
    ["lessons/one/", 200, "one"],
    ["nowhere", 404, "not here"],
    ["/", 404, "not here"],
    ["/base", 404, "not here"],
  ])("answers %j with %i", async (path, status, text) => {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([status, text]);
  });

  test("adds the slash to a folder's address", async () => {
    const answer = await get("lessons/one");
    expect([answer.status, answer.headers.get("location")]).toEqual([301, "/base/lessons/one/"]);
  });

  test.each([
    ["a.wasm", "application/wasm"],
    ["a.js", "text/javascript; charset=utf-8"],
    ["a.bin.gz", "application/gzip"],
  ])("sends %s as %s, never as an encoding", async (path, type) => {
    const {headers} = await get(path);
    expect([headers.get("content-type"), headers.get("content-encoding")]).toEqual([type, null]);
  });

  test("sends the course's headers, unless it plays a host that can send none", async () => {
    const bare = await serve({folder, port: 0, isBare: true});
    const answers = [await get("about"), await fetch(`${bare.url}about`)];
    await bare.close();
    expect(answers.map(({headers}) => headers.get("x-content-type-options"))).toEqual([
      "nosniff",
      null,
    ]);
  });

  test.each([
    "/base/../secret.txt",
    "/base/%2e%2e/secret.txt",
    "/base/..%2fsecret.txt",
    "/base/%ff",
  ])("does not leave its folder for %s", async (path) => {
    const {hostname, port} = new URL(server.url);
    const status = await new Promise((resolve) =>
      request({hostname, port, path}, (answer) => resolve(answer.statusCode)).end(),
    );
    expect(status).toBe(404);
  });

  test("takes the next free port from 3000 up", async () => {
    const first = await serve({folder});
    const second = await serve({folder});
    const [a, b] = [first, second].map(({url}) => Number(new URL(url).port)) as [number, number];
    expect(a).toBeGreaterThanOrEqual(3000);
    expect(b).toBeGreaterThan(a);
    await Promise.all([first.close(), second.close()]);
  });
});
