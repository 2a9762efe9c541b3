import {createHash} from "node:crypto";
import {createServer, type RequestListener, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {gzipSync} from "node:zlib";
import {afterEach, expect, test, vi} from "vitest";
import {FileProblem} from "../../../lib/datasets/file-problem.js";
import type {FileSource} from "../../../lib/datasets/file-source.js";
import {loadFile} from "../../../lib/datasets/load-file.js";
import {whileItComes} from "../../../lib/datasets/while-it-comes.js";

const content = Uint8Array.from({length: 5000}, (_, i) => (i * i) % 251);
const packed = Uint8Array.from(gzipSync(content));
const url = "http://course.test/data/x.bin.gz";

function sourceOf(bytes: Uint8Array, at = url): FileSource {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {url: at, bytes: bytes.length, sha256, shape: [5000]};
}

function answering(bytes: Uint8Array, status = 200): typeof fetch {
  return () => Promise.resolve(new Response(Uint8Array.from(bytes), {status}));
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

async function problemOf(work: Promise<unknown>): Promise<FileProblem> {
  const problem = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(FileProblem);
  expect((problem as FileProblem).advice).not.toBe("");
  return problem as FileProblem;
}

const signal = AbortSignal.timeout(60_000);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("a gzipped file arrives unpacked", async () => {
  expect(await loadFile(sourceOf(packed), {fetch: answering(packed), signal})).toEqual(content);
});

test("a file that is not gzipped arrives as it is", async () => {
  const plain = content.slice(1);
  expect(await loadFile(sourceOf(plain), {fetch: answering(plain), signal})).toEqual(plain);
});

test.each([404, 403, 500])("status %i: missing", async (status) => {
  const problem = await problemOf(
    loadFile(sourceOf(packed), {fetch: answering(packed, status), signal}),
  );
  expect(problem.kind).toBe("missing");
  expect(problem.message).toBe(`missing file: ${url} (the server answered ${status})`);
});

test("cut short: length", async () => {
  const problem = await problemOf(
    loadFile(sourceOf(packed), {fetch: answering(packed.slice(0, -1)), signal}),
  );
  expect(problem.kind).toBe("length");
  expect(problem.message).toBe(
    `invalid length of ${url}: ${packed.length - 1} bytes (${packed.length})`,
  );
  expect(problem.advice).toContain("cut off");
});

test("unpacked by the server on the way: length, and the advice says so", async () => {
  const problem = await problemOf(loadFile(sourceOf(packed), {fetch: answering(content), signal}));
  expect(problem.kind).toBe("length");
  expect(problem.advice).toContain("unpacks .gz files");
});

test.each(["with", "without"])("one bit changed: altered, %s crypto.subtle", async (how) => {
  if (how === "without") vi.stubGlobal("crypto", {});
  expect(await loadFile(sourceOf(packed), {fetch: answering(packed), signal})).toEqual(content);
  const changed = packed.slice();
  changed[100]! ^= 1;
  const problem = await problemOf(loadFile(sourceOf(packed), {fetch: answering(changed), signal}));
  expect(problem.kind).toBe("altered");
  expect(problem.message).toBe(
    `invalid sha256 of ${url}: ${sourceOf(changed).sha256} (${sourceOf(packed).sha256})`,
  );
});

test("the manifest's bytes, but no gzip that can be unpacked: unreadable", async () => {
  const broken = packed.slice();
  broken.fill(0xff, 200, 220);
  const problem = await problemOf(loadFile(sourceOf(broken), {fetch: answering(broken), signal}));
  expect(problem.kind).toBe("unreadable");
});

test("no connection: network, with the browser's reason", async () => {
  const fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  const problem = await problemOf(loadFile(sourceOf(packed), {fetch, signal}));
  expect(problem.kind).toBe("network");
  expect(problem.message).toBe(`unreachable file: ${url} (Failed to fetch)`);
});

test.each(["the answer", "the body"])("a fetch that never ends, at %s: timeout", async (where) => {
  const stuck = Object.assign(new Response(), {arrayBuffer: never});
  const fetch = () => (where === "the body" ? Promise.resolve(stuck) : never());
  const problem = await problemOf(
    loadFile(sourceOf(packed), {fetch, signal: AbortSignal.timeout(20)}),
  );
  expect(problem.kind).toBe("timeout");
  expect(problem.message).toContain(url);
});

test("its bytes are counted as they come, and are the same", async () => {
  const counts: number[] = [];
  const onbytes = (count: number) => counts.push(count);
  const fetch = () => Promise.resolve(new Response(inPieces(packed, 50)));
  expect(await loadFile(sourceOf(packed), {fetch, signal, onbytes})).toEqual(content);
  expect(counts.length).toBeGreaterThan(1);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(packed.length);
});

test("a slow file is waited for as long as it comes, and given up when it stops", async () => {
  vi.useFakeTimers();
  const load = (pieces: number) => {
    const fetch = () => Promise.resolve(new Response(slowly(packed, pieces)));
    return whileItComes(30_000, (given, hear) =>
      loadFile(sourceOf(packed), {fetch, signal: given, onbytes: hear}),
    );
  };
  const whole = load(10);
  await vi.advanceTimersByTimeAsync(10 * 20_000);
  expect(await whole).toEqual(content);
  const stopped = problemOf(load(4));
  await vi.advanceTimersByTimeAsync(4 * 20_000 + 31_000);
  expect((await stopped).kind).toBe("timeout");
});

/** A stream of `bytes`, so many at a time. */
function inPieces(bytes: Uint8Array, length: number): ReadableStream {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + length));
      at += length;
    },
  });
}

/** A tenth of `bytes` every 20 s; after `pieces` of them nothing more. */
function slowly(bytes: Uint8Array, pieces: number): ReadableStream {
  const length = Math.ceil(bytes.length / 10);
  let piece = 0;
  return new ReadableStream({
    async pull(controller) {
      if (piece === 10) return controller.close();
      if (piece === pieces) return never();
      await new Promise((resolve) => setTimeout(resolve, 20_000));
      controller.enqueue(bytes.slice(piece * length, (piece + 1) * length));
      piece += 1;
    },
  });
}

test("an abort by the caller is no problem of the file: its reason is thrown", async () => {
  const stopped = new AbortController();
  const loading = loadFile(sourceOf(packed), {fetch: never, signal: stopped.signal});
  stopped.abort(new Error("the reader left"));
  await expect(loading).rejects.toThrow("the reader left");
  const late = loadFile(sourceOf(packed), {fetch: answering(packed), signal: stopped.signal});
  await expect(late).rejects.toThrow("the reader left");
});

test("from a real server: whole, broken off, silent, gone", async () => {
  const server = await listening((request, response) => {
    const length = {"content-length": packed.length};
    if (request.url === "/whole") response.writeHead(200, length).end(packed);
    if (request.url === "/broken") {
      response.writeHead(200, length).write(packed.slice(0, 100));
      setTimeout(() => response.destroy(), 20);
    }
  });
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const load = (path: string, ms: number) =>
    loadFile(sourceOf(packed, at + path), {fetch, signal: AbortSignal.timeout(ms)});
  expect(await load("/whole", 5000)).toEqual(content);
  expect((await problemOf(load("/broken", 5000))).kind).toBe("network");
  expect((await problemOf(load("/silent", 100))).kind).toBe("timeout");
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect((await problemOf(load("/whole", 5000))).kind).toBe("network");
});

function listening(listener: RequestListener): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer(listener).listen(0, "127.0.0.1", () => resolve(server));
  });
}
