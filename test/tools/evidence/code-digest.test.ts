import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {codeDigest} from "../../../tools/evidence/code-digest.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true});
});

const plain = `import {half} from "./half.js";
export function mean(values: readonly number[]) {
  let total = 0;
  for (const value of values) total += value;
  return half(total) * (2 / values.length);
}
export const unused = 1;
`;

/** The digest of `mean`, in a folder of its own. */
function digestOf(
  code: string,
  half = "export const half = (x: number) => x / 2;",
): Promise<string> {
  return codeDigest(
    'export {mean} from "./mean.js";',
    folderWith({"mean.ts": code, "half.ts": half}),
  );
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(`${tmpdir()}/digest-`);
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(`${folder}/${name}`), {recursive: true});
    writeFileSync(`${folder}/${name}`, text);
  }
  return folder;
}

describe("the digest of code", () => {
  it("is the same in another folder", async () => {
    expect(await digestOf(plain)).toBe(await digestOf(plain));
    expect(await digestOf(plain)).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ["comments", plain.replace("  let", "  // All of them.\n  let")],
    ["formatting", plain.replace(") total", ")\n    total").replace("2 / ", "2/")],
    [
      "the names of local variables",
      plain.replaceAll("total", "sum").replaceAll("value ", "one ").replace("+= value;", "+= one;"),
    ],
    ["types", plain.replace("readonly number[]", "Iterable<number> & {length: number}")],
    ["code that is not reached", plain.replace("unused = 1", "unused = 2")],
  ])("is left as it is by %s", async (_, code) => {
    expect(code).not.toBe(plain);
    expect(await digestOf(code)).toBe(await digestOf(plain));
  });

  it("is left as it is by code that is imported on demand, but not by the demand", async () => {
    const asks = 'export const half = async (x: number) => (await import("./later.js")).half(x);';
    const withLater = (later: string, half = asks) =>
      codeDigest(
        'export {mean} from "./mean.js";',
        folderWith({"mean.ts": plain, "half.ts": half, "later.ts": later}),
      );
    const later = "export const half = (x: number) => x / 2;";
    expect(await withLater(later.replace("2", "3"))).toBe(await withLater(later));
    expect(await withLater(later, asks.replace("(x)", "(2 * x)"))).not.toBe(await withLater(later));
  });

  it.each([
    ["a constant", plain.replace("total = 0", "total = 1"), undefined],
    ["the order of a sum", plain.replace("total += value", "total = value + total"), undefined],
    ["what it imports", plain, "export const half = (x: number) => x / 3;"],
    ["a package", `import "esbuild";${plain}`, undefined],
  ])("is changed by %s", async (_, code, half) => {
    expect(await digestOf(code, half)).not.toBe(await digestOf(plain));
  });

  it("of a setup is not changed by the words of the description beside its numbers", async () => {
    const digestWith = (label: string, count = 200) => {
      const folder = folderWith({
        "setup.ts":
          'import {testCount} from "./experiment.js";\nexport const make = () => testCount / 2;\n',
        "experiment.ts": `export const testCount = ${count};
const params = paramTable({width: {label: "${label}"}});
export const toy: Experiment<typeof params> = {
  caption: \`\${testCount.toLocaleString("en")} ${label}\`,
  params,
};
`,
      });
      return codeDigest('export {make} from "./setup.js";', folder);
    };
    expect(await digestWith("one")).toBe(await digestWith("another"));
    expect(await digestWith("one")).not.toBe(await digestWith("one", 300));
  });

  it("counts which kernels are used, but neither their code nor where it lies", async () => {
    const digestWith = (name: string, code: string, file = "index") =>
      codeDigest(
        'export {step} from "./step.js";',
        folderWith({
          "step.ts": `import {${name}} from "./kernels/${file}.js";\nexport const step = (x: number) => ${name}(x);\n`,
          [`kernels/${file}.ts`]: code,
        }),
      );
    const half = await digestWith("half", "export const half = (x: number) => x / 2;");
    expect(await digestWith("half", "export const half = (x: number) => 0.5 * x;")).toBe(half);
    expect(await digestWith("half", "export const half = Math.sqrt;", "halves")).toBe(half);
    expect(await digestWith("third", "export const third = (x: number) => x / 3;")).not.toBe(half);
  });

  it("of a claim is not changed by another one beside it", async () => {
    const claims = (other: number) => `import {claim, everySeed} from "./form.js";
export const one = claim({seeds: [1], holds: everySeed(() => true)});
export const other = claim({seeds: [${other}], holds: everySeed(() => false)});
`;
    const digestOfOne = (other: number) => {
      const folder = folderWith({
        "claims.ts": claims(other),
        "form.ts":
          "export const claim = <T>(given: T) => given;\nexport const everySeed = <T>(holds: T) => holds;\n",
      });
      return codeDigest('export {one} from "./claims.js";', folder);
    };
    expect(await digestOfOne(2)).toBe(await digestOfOne(3));
  });
});
