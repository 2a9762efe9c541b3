/** `npm run exercise …`: the course's exercises in an editor of your own. `tools/exercise/command.ts` does it. */
import {install} from "./install.mjs";
import {report, root, run} from "./project.mjs";

await report(async () => {
  await install();
  const tsx = `${root}node_modules/tsx/dist/cli.mjs`;
  const args = [tsx, "tools/exercise/command.ts", ...process.argv.slice(2)];
  process.exitCode = await run(process.execPath, args);
});
