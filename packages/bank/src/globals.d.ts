/** The text decoder of the WHATWG Encoding Standard, which Node and browsers share. */
declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

/** The UTF-8 encoder of the WHATWG Encoding Standard. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** The signal of the DOM Standard by which a caller gives up; transports watch it. */
interface AbortSignal {
  readonly aborted: boolean;
}
