import { readFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** The one build of all packages; `TONGCHOU_DTS=0` leaves the declarations out, which is most of the time. */
const config: Options = {
  entry: ["src/index.ts"],
  format: ["esm", "cjs"],
  target: "node20",
  tsconfig: "tsconfig.build.json",
  env: { TONGCHOU_VERSION: version },
  // tsup sets baseUrl, which TypeScript 6 deprecates.
  dts: process.env["TONGCHOU_DTS"] === "0" ? false : { compilerOptions: { ignoreDeprecations: "6.0" } },
};

export default defineConfig(config);
