import {type Browser, chromium} from "playwright";
import {findBrowser} from "../tools/browser.mjs";

const quiet = ["--disable-gpu-watchdog", "--disable-background-networking", "--mute-audio"];

/** A GPU in software, where there is none: right, and slow. */
const softwareWebGpu = [
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
];

/** Starts Chromium, with WebGPU in software if asked for. Close it when done. */
export function launch({webGpu = false} = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("missing browser: run `node tools/browser.mjs` once");
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = [...quiet, ...sandbox, ...(webGpu ? softwareWebGpu : [])];
  return chromium.launch({executablePath, args});
}
