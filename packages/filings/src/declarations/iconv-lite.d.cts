declare const iconv: { encode(text: string, encoding: "gb18030"): Uint8Array };
export = iconv;
