/** `npm run evidence …`: measures the claims of the experiments. `tools/evidence/command.ts` does it. */
import {install} from "./install.mjs";
import {report, root, run} from "./project.mjs";

await report(async () => {
  await install();
  await (await import("./vendor.mjs")).vendorRuns();
  const tsx = `${root}node_modules/tsx/dist/cli.mjs`;
  const args = [tsx, "tools/evidence/command.ts", ...process.argv.slice(2)];
  process.exitCode = await run(process.execPath, args);
});
