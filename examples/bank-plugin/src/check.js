// @ts-check
import { conformanceSuite, formatConformance } from "@tongchou/bank/testing";
import { xunchengAdapter } from "./adapter.js";
import { samples } from "./samples.js";

const report = await conformanceSuite(xunchengAdapter, samples);
process.stdout.write(formatConformance(report, process.argv.includes("zh") ? "zh" : "en"));
process.exitCode = report.isConforming ? 0 : 1;
