import {spawnSync} from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {root} from "../../tools/project.mjs";

const folder = mkdtempSync(join(tmpdir(), "from-noise-install-"));
afterAll(() => rmSync(folder, {recursive: true}));

test("a link to another project's packages is never emptied", () => {
  const [project, packages] = [`${folder}/project`, `${folder}/packages`];
  mkdirSync(project);
  mkdirSync(`${packages}/one`, {recursive: true});
  for (const part of ["tools", "package.json", "package-lock.json"])
    cpSync(`${root}${part}`, `${project}/${part}`, {recursive: true});
  writeFileSync(`${packages}/.package-lock.json`, '{"packages": {}}');
  symlinkSync(packages, `${project}/node_modules`, "junction");
  const {status, stderr} = spawnSync(process.execPath, ["tools/install.mjs"], {
    cwd: project,
    encoding: "utf8",
    // Should it start npm all the same, npm is not to be found.
    env: {PATH: ""},
  });
  expect(stderr).toContain("node_modules is a link");
  expect(status).toBe(1);
  expect(existsSync(`${packages}/one`)).toBe(true);
});
