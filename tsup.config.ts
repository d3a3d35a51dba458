import { defineConfig, type Options } from "tsup";

/** The one build of all packages; `TONGCHOU_DTS=0` leaves the declarations out, which is most of the time. */
const config: Options = {
  entry: ["src/index.ts"],
  format: ["esm", "cjs"],
  target: "node20",
  clean: true,
  tsconfig: "tsconfig.build.json",
  // tsup sets baseUrl, which TypeScript 6 deprecates.
  dts: process.env["TONGCHOU_DTS"] === "0" ? false : { compilerOptions: { ignoreDeprecations: "6.0" } },
};

export default defineConfig(config);
