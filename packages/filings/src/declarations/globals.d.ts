/** The encoding classes of the WHATWG Encoding standard, which Node and browsers share. */
interface TextDecoder {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}
declare const TextDecoder: new (label: string, options?: { readonly fatal?: boolean }) => TextDecoder;

interface TextEncoder {
  encode(text: string): Uint8Array;
}
declare const TextEncoder: new () => TextEncoder;
