// @ts-check
import { conformanceChecks } from "@tongchou/bank/testing";
import { test } from "node:test";
import { xunchengAdapter } from "./adapter.js";
import { samples } from "./samples.js";

for (const check of conformanceChecks(xunchengAdapter, samples)) void test(check.name, check.run);
