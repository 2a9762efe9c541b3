/** What the numbers were measured on. */
import {execFileSync} from "node:child_process";
import {cpus, totalmem} from "node:os";
import {findBrowser} from "../tools/browser.mjs";
import {findPython} from "./pytorch.js";

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
  readonly torch: string;
}

export function describeMachine(): Machine {
  const browser = findBrowser();
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    chromium: browser ? versionOf(browser) : "none",
    torch: findPython()?.torch ?? "none",
  };
}

function versionOf(browser: string): string {
  const text = execFileSync(browser, ["--version"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    timeout: 30_000,
  });
  return /[\d.]+/.exec(text)?.[0] ?? text.trim();
}
