/**
 * The most that WebAssembly SIMD can do on this processor in one thread: loops of multiplications and additions of four numbers,
 * in registers, without memory. Plain SIMD has no fused multiply-add, so neither have they.
 */
import {compileString} from "assemblyscript/asc";
import {round} from "./summary.js";

const iterations = 2_000_000;
const flopsPerOperation = 4;
const seconds = 0.3;

/** As many chains as hide the time an operation takes to finish; how many those are differs between processors. */
const chainCounts = [6, 8, 10, 12, 14];

/** GFLOP/s of the best loop. */
export async function measurePeak(): Promise<number> {
  const rates = [];
  for (const chains of chainCounts)
    for (const kind of ["apart", "in turn"] as const) rates.push(await rate(kind, chains));
  return round(Math.max(...rates));
}

/** Multiplications `apart` from additions, each on half of the chains, or both `in turn` on every chain. */
async function rate(kind: "apart" | "in turn", chains: number): Promise<number> {
  const operations = kind === "apart" ? chains : 2 * chains;
  const run = await compile(kind === "apart" ? apart(chains) : inTurn(chains), chains);
  run(iterations / 10);
  let best = 0;
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const start = performance.now();
    run(iterations);
    const ms = performance.now() - start;
    best = Math.max(best, (iterations * operations * flopsPerOperation) / ms / 1e6);
  }
  return best;
}

function apart(chains: number): string[] {
  return chain(chains, (x, i) => `${x} = f32x4.${i % 2 ? "add" : "mul"}(${x}, factor);`);
}

function inTurn(chains: number): string[] {
  return chain(chains, (x) => `${x} = f32x4.add(f32x4.mul(${x}, factor), factor);`);
}

function chain(chains: number, text: (x: string, i: number) => string): string[] {
  return Array.from({length: chains}, (_, i) => text(`x${i}`, i));
}

/** Factors are an argument and the sum is returned, so that nothing can be computed beforehand or left out. */
async function compile(body: string[], chains: number): Promise<(n: number) => void> {
  const xs = Array.from({length: chains}, (_, i) => `x${i}`);
  const source = `export function run(n: i32, f: f32): f32 {
    const factor = f32x4.splat(f);
    ${xs.map((x, i) => `let ${x} = f32x4.splat(<f32>${i} * f);`).join("\n")}
    for (let i = 0; i < n; i++) {
      ${body.join("\n")}
    }
    return f32x4.extract_lane(${xs.reduce((sum, x) => `f32x4.add(${sum}, ${x})`)}, 0);
  }`;
  const options = {runtime: "stub", optimizeLevel: 3, enable: ["simd"], noAssert: true};
  const {binary, error, stderr} = await compileString(source, options);
  if (!binary) throw new Error(`the peak loop did not compile: ${error?.message}\n${stderr}`);
  const {instance} = await WebAssembly.instantiate(Uint8Array.from(binary));
  const run = instance.exports.run as (n: number, f: number) => number;
  return (n) => void run(n, 0.5);
}
