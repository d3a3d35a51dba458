/** Loaded before a program, tells at its end what it took: time on the processor and most memory. */
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { seconds: (userCPUTime + systemCPUTime) / 1e6, mebibytes: maxRSS / 1024 };
  writeFileSync(process.env.TONGCHOU_USAGE_FILE, JSON.stringify(usage));
});
