#!/usr/bin/env node
import process from "node:process";

const entry = new URL("../dist/index.js", import.meta.url);

try {
  const { run } = await import(entry.href);
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error?.code !== "ERR_MODULE_NOT_FOUND") throw error;
  process.stderr.write(
    "tongchou is not built yet: run npm start once.\ntongchou 尚未构建：请先运行一次 npm start。\n",
  );
  process.exitCode = 70;
}
