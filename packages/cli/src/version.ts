/** Version of the package, written into it when it is built. */
export const version: string = process.env["TONGCHOU_VERSION"] ?? "0.0.0";
