export { type ClientState, type Iso8583ClientOptions, type RequestOptions } from "./client-options.js";
export { createIso8583Client, type Iso8583Client } from "./client.js";
export { type UnmatchedKind } from "./correlation.js";
export { Iso8583LinkError, type Iso8583LinkErrorCode } from "./errors.js";
export { type LinkOptions } from "./link.js";
export { createIso8583Server, type Iso8583Server, type Iso8583ServerOptions } from "./server.js";
