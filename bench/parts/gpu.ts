/** The reference steps and default runs on WebGPU through Dawn, on whatever GPU this machine's Vulkan has. */
import {spawn} from "node:child_process";
import {createInterface} from "node:readline";
import {gpuFolder} from "../gpu/folder.js";
import type {Part, Table} from "../part.js";

export const gpu: Part = {
  title: "On a GPU",
  async measure(say, {seconds = 3}) {
    const folder = await gpuFolder();
    const child = spawn(process.execPath, [`${folder}start.mjs`, "--seconds", `${seconds}`], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let last = "";
    for await (const line of createInterface({input: child.stdout})) {
      if (line.startsWith("[{")) last = line;
      else say(line);
    }
    if (!last) throw new Error("the program on the GPU ended without its tables");
    return JSON.parse(last) as Table[];
  },
};
