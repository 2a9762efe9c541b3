/** `npm run bench [-- part …]`: what `bench/index.ts` measures, with a browser for the parts that need one. */
import {ensureBrowser} from "./browser.mjs";
import {install} from "./install.mjs";
import {report, root, run} from "./project.mjs";

await report(async () => {
  await install();
  const {buildKernels} = await import("./kernels.mjs");
  await buildKernels();
  await ensureBrowser();
  const tsx = `${root}node_modules/tsx/dist/cli.mjs`;
  process.exitCode = await run(process.execPath, [tsx, "bench/index.ts", ...process.argv.slice(2)]);
});
