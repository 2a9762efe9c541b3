/**
 * `node start.mjs [--seconds 5]`: runs program.mjs beside it, with what Dawn needs to find a GPU. Needs nothing but a driver with Vulkan: this
 * node, the loader of Vulkan and all else lie in this folder.
 */
import {spawn} from "node:child_process";
import {existsSync, readdirSync} from "node:fs";
import {fileURLToPath} from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
/** Where the loader looks by itself. */
const usual = ["/etc/vulkan/icd.d", "/usr/share/vulkan/icd.d", "/usr/local/share/vulkan/icd.d"];
/** Of Debian's Chromium: a GPU in software, right but slow. */
const software = "/usr/lib/chromium/vk_swiftshader_icd.json";

/** The driver's description, where it has to be named. */
function driver(): Record<string, string> {
  const isNamed = ["VK_DRIVER_FILES", "VK_ICD_FILENAMES"].some((name) => process.env[name]);
  const isUsual = usual.some((each) => existsSync(each) && readdirSync(each).length > 0);
  if (isNamed || isUsual || !existsSync(software)) return {};
  return {VK_DRIVER_FILES: software, VK_ICD_FILENAMES: software};
}

const libraries = [folder, process.env.LD_LIBRARY_PATH ?? ""].filter(Boolean).join(":");
const child = spawn(process.execPath, [`${folder}program.mjs`, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: {XDG_RUNTIME_DIR: "/tmp", ...process.env, LD_LIBRARY_PATH: libraries, ...driver()},
});
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
