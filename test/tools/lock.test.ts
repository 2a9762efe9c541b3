import {readFileSync} from "node:fs";
import {expect, test} from "vitest";

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = new URL("../../package-lock.json", import.meta.url);
const {packages} = JSON.parse(readFileSync(lock, "utf8")) as {packages: Record<string, Locked>};

/** Whether `name` is found from the package at `path`, in its node_modules folder or one further up. */
function isLocked(path: string, name: string): boolean {
  if (`${path ? `${path}/` : ""}node_modules/${name}` in packages) return true;
  return (
    path !== "" && isLocked(path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))), name)
  );
}

/** `npm ci` refuses a lock file in which they are missing, and npm leaves them out where it cannot fetch them. */
test("the lock file has every platform's packages", () => {
  const missing = Object.entries(packages).flatMap(([path, {optionalDependencies = {}}]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
