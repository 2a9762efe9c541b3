import {gzipSync} from "node:zlib";
import {type BuildOptions, build, type Metafile} from "esbuild";
import {beforeAll, describe, expect, test} from "vitest";
import {experimentIds} from "../../tools/experiment-modules.mjs";
import {bundleOptions, workerEntry} from "../../tools/vendor.mjs";
import {splitBundle, workerBundle} from "../../tools/worker-bundle.mjs";

/** The worker, what all share, the two files of a back end, the experiment's, and five more. */
const mostFiles = 10;

/** Of the bytes that an experiment needs, so many more may come with them. */
const mostInVain = 0.05;

interface Bundle {
  readonly outputs: Metafile["outputs"];
  /** Compressed bytes by file. */
  readonly sizes: Readonly<Record<string, number>>;
}

let bundle: Bundle;
let split: Bundle;

beforeAll(async () => {
  bundle = await bundled(await workerBundle(bundleOptions, workerEntry));
  split = await bundled(splitBundle(bundleOptions, workerEntry));
});

async function bundled(options: BuildOptions): Promise<Bundle> {
  const {metafile, outputFiles} = await build({...options, write: false, metafile: true});
  const names = Object.keys(metafile.outputs);
  const sizes = outputFiles.map(({path, contents}) => [
    names.find((name) => path.endsWith(name)),
    gzipSync(contents).length,
  ]);
  return {outputs: metafile.outputs, sizes: Object.fromEntries(sizes)};
}

/** What a first Train fetches for the worker on wasm. */
function firstTrain({outputs}: Bundle, id: string): readonly string[] {
  const entries = [
    /^src\/experiments\/worker\.ts$/,
    new RegExp(`^src/vendor/runnable/${id}\\.ts$`),
    /tfjs-backend-wasm\/dist\/index\.js$/,
    /^lib\/kernels\/wasm\/index\.ts$/,
  ];
  const files = entries.map((entry) =>
    Object.keys(outputs).find((file) => entry.test(outputs[file]?.entryPoint ?? "")),
  );
  const fetched = new Set(files.map((file, i) => file ?? `no entry ${entries[i]}`));
  for (const file of fetched)
    for (const {path, kind} of outputs[file]?.imports ?? [])
      if (kind === "import-statement") fetched.add(path);
  return [...fetched];
}

const bytesOf = (from: Bundle, id: string) =>
  firstTrain(from, id).reduce((sum, file) => sum + from.sizes[file]!, 0);

describe.each(experimentIds())("a first Train of %s", (id) => {
  test("fetches few files, and few bytes that it does not need", () => {
    const files = firstTrain(bundle, id);
    expect(files.filter((file) => !(file in bundle.outputs))).toEqual([]);
    expect(files.length, `${files}`).toBeLessThanOrEqual(mostFiles);
    expect(bytesOf(bundle, id)).toBeLessThanOrEqual((1 + mostInVain) * bytesOf(split, id));
  });

  test("fetches its own setup, and no other experiment's", () => {
    const modules = firstTrain(bundle, id).flatMap((file) =>
      Object.keys(bundle.outputs[file]!.inputs),
    );
    const owners = modules.map((path) => /^src\/experiments\/([\w-]+)\//.exec(path)?.[1]);
    const known = new Set(owners.filter((owner) => owner && owner !== "shared"));
    expect([...known]).toEqual([id]);
  });
});

test("nothing of the worker is in two files", () => {
  const modules = Object.values(bundle.outputs).flatMap(({inputs}) =>
    Object.keys(inputs).filter((path) => inputs[path]!.bytesInOutput > 0),
  );
  expect(modules.length).toBe(new Set(modules).size);
});
