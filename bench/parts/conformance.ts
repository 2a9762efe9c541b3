/** TF.js's own specs with the kernels, and without them to see which failures are theirs. */
import {bundleSpecs, removeBundle} from "../../test/lib/kernels/conformance/bundle.js";
import {
  failedInBoth,
  faultsOf,
  lostBetween,
  missingKernel,
} from "../../test/lib/kernels/conformance/faults.js";
import type {Result, Way} from "../../test/lib/kernels/conformance/job.js";
import {runSpecs} from "../../test/lib/kernels/conformance/run-specs.js";
import {coreSpecs, layersSpecs, type SpecSuite} from "../../test/lib/kernels/conformance/suites.js";
import type {Part, Row, Say, Table} from "../part.js";

/** What became of a suite's specs on one back end. */
interface Both {
  readonly stock: Result[];
  readonly ours: Result[];
}

type Outcomes = Readonly<Record<Way["backend"], Both>>;

/** Where TF.js's repository lies: its layers' specs are in no package. */
const checkout = process.env.TFJS_CHECKOUT;

const withoutLayers =
  "The specs of layers were left out: TFJS_CHECKOUT names no checkout of github.com/tensorflow/tfjs.";

export const conformance: Part = {
  title: "TF.js's own specs",
  async measure(say) {
    const suites = [coreSpecs(), ...(checkout ? [layersSpecs(checkout)] : [])];
    if (!checkout) say(withoutLayers);
    const counts: Row[] = [];
    const faults: Row[] = [];
    for (const suite of suites) {
      const outcomes = await outcomesOf(suite, say);
      const failed = {cpu: faultsOnCpu(outcomes), wasm: faultsOnWasm(outcomes)};
      counts.push(countsOf(suite, "wasm", outcomes.wasm, failed.wasm.length));
      counts.push(countsOf(suite, "cpu", outcomes.cpu, failed.cpu.length));
      faults.push(...failed.wasm, ...failed.cpu);
    }
    return tablesOf(counts, faults);
  },
};

async function outcomesOf(suite: SpecSuite, say: Say): Promise<Outcomes> {
  const bundle = await bundleSpecs(suite);
  const run = (way: Way) => {
    say(`${suite.name} on ${way.backend}, ${way.kernels}`);
    return runSpecs(bundle, way);
  };
  const both = async (backend: Way["backend"]) => ({
    stock: await run({backend, kernels: "stock"}),
    ours: await run({backend, kernels: "ours"}),
  });
  const outcomes = {cpu: await both("cpu"), wasm: await both("wasm")};
  removeBundle(bundle);
  return outcomes;
}

function countsOf({name}: SpecSuite, backend: string, both: Both, faults: number): Row {
  const passed = (results: readonly Result[]) =>
    results.filter(({status}) => status === "passed").length;
  const failed = failedInBoth(both);
  return {
    "specs of": name,
    "back end": backend,
    specs: both.ours.length,
    "pass, TF.js alone": passed(both.stock),
    "pass, with the kernels": passed(both.ours),
    "fail both ways": failed.length,
    "of them for want of a kernel": failed.filter(missingKernel).length,
    "fail with the kernels only": faults,
  };
}

function faultsOnWasm({cpu, wasm}: Outcomes): Row[] {
  return faultsOf({...wasm, cpu: cpu.stock}).map(({spec, message, reason}) => ({
    spec,
    "back end": "wasm",
    why: reason ?? `a mistake: ${cell(message)}`,
  }));
}

/** There the kernels register gradients alone. */
function faultsOnCpu({cpu}: Outcomes): Row[] {
  const lost = lostBetween(cpu.stock, cpu.ours);
  return lost.map((spec) => ({spec, "back end": "cpu", why: "a mistake"}));
}

/** Short, and on one line of a table. */
function cell(message: string): string {
  return message.replace(/\s+/g, " ").replaceAll("|", "/").slice(0, 120);
}

function tablesOf(counts: readonly Row[], faults: readonly Row[]): Table[] {
  const note =
    "With Jasmine in Node; a spec that traps, hangs for a minute or takes 3 GB counts as failed. What is neither passed nor failed is " +
    `pending. Specs for browsers alone are not among them.${checkout ? "" : ` ${withoutLayers}`}`;
  return [
    {title: "How many pass", rows: counts, note},
    {
      title: "What fails with the kernels only",
      rows: faults.length ? faults : [{spec: "none"}],
      note: "Without them it passes, or would if TF.js had a kernel that is registered here.",
    },
  ];
}
