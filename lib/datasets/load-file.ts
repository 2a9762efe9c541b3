/** Loads a file of `data/`, verified and unpacked, or says exactly why not. It never hangs: `signal` ends the wait. */
import {FileProblem} from "./file-problem.js";
import type {FileSource} from "./file-source.js";
import {sha256} from "./sha256.js";

export interface LoadOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Ends the wait; `AbortSignal.timeout(30_000)` becomes a `FileProblem`, any other abort is thrown as it is. */
  readonly signal: AbortSignal;
  /** Hears how many bytes have come since it last heard. */
  readonly onbytes?: (count: number) => void;
}

/** The verified content of `source`; gzipped files are unpacked. Throws a `FileProblem`. */
export async function loadFile(source: FileSource, options: LoadOptions): Promise<Uint8Array> {
  const packed = await untilAborted(download(source, options), source, options.signal);
  await verify(packed, source);
  return packed[0] === 0x1f && packed[1] === 0x8b ? unpack(packed, source) : packed;
}

async function download(
  {url}: FileSource,
  {fetch, signal, onbytes}: LoadOptions,
): Promise<Uint8Array> {
  const response = await orNetworkProblem(url, signal, fetch(url, {signal}));
  if (!response.ok)
    throw new FileProblem(
      "missing",
      `missing file: ${url} (the server answered ${response.status})`,
      "Press Retry. If it stays so, the site was not published whole: build and publish it again.",
    );
  const counted = onbytes && response.body ? counting(response.body, onbytes) : response;
  return new Uint8Array(await orNetworkProblem(url, signal, counted.arrayBuffer()));
}

/** The same bytes, counted as they come. */
function counting(body: ReadableStream<Uint8Array>, onbytes: (count: number) => void): Response {
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      onbytes(chunk.length);
      controller.enqueue(chunk);
    },
  });
  return new Response(body.pipeThrough(count));
}

async function orNetworkProblem<T>(url: string, signal: AbortSignal, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw new FileProblem(
      "network",
      `unreachable file: ${url} (${cause instanceof Error ? cause.message : cause})`,
      "Check the connection, then press Retry. What has been loaded before stays.",
      {cause},
    );
  }
}

/** Settles when `work` does, or as soon as `signal` aborts, even if `fetch` pays it no heed. */
function untilAborted<T>(work: Promise<T>, {url}: FileSource, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(abortProblem(url, signal.reason));
    signal.addEventListener("abort", stop, {once: true});
    if (signal.aborted) stop();
    work
      .then(resolve, (error) => (signal.aborted ? stop() : reject(error)))
      .finally(() => signal.removeEventListener("abort", stop));
  });
}

function abortProblem(url: string, reason: unknown): unknown {
  if (!(reason instanceof DOMException && reason.name === "TimeoutError")) return reason;
  return new FileProblem(
    "timeout",
    `slow file: ${url} (it did not arrive in time)`,
    "The connection is slow or the server is stuck. Press Retry to wait again.",
    {cause: reason},
  );
}

async function verify(packed: Uint8Array, {url, bytes, sha256: expected}: FileSource) {
  if (packed.length !== bytes)
    throw new FileProblem(
      "length",
      `invalid length of ${url}: ${packed.length} bytes (${bytes})`,
      packed.length < bytes
        ? "It was cut off on the way. Press Retry."
        : "Something on the way changed it, such as a server that unpacks .gz files. Press Retry.",
    );
  const found = await digest(packed);
  if (found !== expected)
    throw new FileProblem(
      "altered",
      `invalid sha256 of ${url}: ${found} (${expected})`,
      "It was changed on the way, or the page is older than its data. Reload the page.",
    );
}

async function digest(bytes: Uint8Array): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return sha256(bytes);
  const hash = new Uint8Array(await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function unpack(packed: Uint8Array, {url}: FileSource): Promise<Uint8Array> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
  const unpacked = stream.pipeThrough(new DecompressionStream("gzip"));
  try {
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  } catch (cause) {
    throw new FileProblem(
      "unreadable",
      `unreadable file: ${url} (its bytes are the right ones but cannot be unpacked)`,
      "The file was packed wrongly: run its script in data/ again.",
      {cause},
    );
  }
}
