/**
 * `npm run dev`: Framework's preview, which reloads pages, `src` and `lib` by itself, with the worker and the vendor
 * bundles rebuilt as their sources change; Framework sees the new bundle and reloads the pages that use it.
 */
import {spawn} from "node:child_process";
import {install} from "./install.mjs";
import {report, root} from "./project.mjs";

await report(async () => {
  await install();
  const {vendor, watchVendor} = await import("./vendor.mjs");
  const {avoidRegistry} = await import("./build.mjs");
  await vendor();
  avoidRegistry();
  await watchVendor((files) => files.length > 0 && console.log(`rebuilt ${files.join(", ")}`));
  const cli = `${root}node_modules/@observablehq/framework/dist/bin/observable.js`;
  const preview = spawn(process.execPath, [cli, "preview", "--no-open", ...process.argv.slice(2)], {
    cwd: root,
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"},
    stdio: "inherit",
  });
  preview.on("exit", (code) => process.exit(code ?? 0));
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.on(signal, () => preview.kill(signal));
});
