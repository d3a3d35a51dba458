import type { Options } from "tsup";
import config from "../../tsup.config.js";

const pureRooms = ["crypto", "channels", "iso20022", "iso8583", "cards", "testing"];

function entriesOf(rooms: readonly string[]): Record<string, string> {
  return Object.fromEntries(rooms.map((room) => [room, `src/${room}/index.ts`]));
}

const shared = config as Options;
const pure: Options = { ...shared, entry: { index: "src/index.ts", ...entriesOf(pureRooms) } };
/** The one room with input and output; it alone is compiled with the types of Node. */
const sockets: Options = {
  ...shared,
  entry: entriesOf(["iso8583-tcp"]),
  tsconfig: "tsconfig.node.json",
  dts: (shared.dts ?? false) && { compilerOptions: { ignoreDeprecations: "6.0", types: ["node"] } },
};

export default [pure, sockets];
