declare module "des.js" {
  interface CipherOptions {
    readonly type: "encrypt" | "decrypt";
    readonly key: Uint8Array;
    /** Whether the last block is filled up. */
    readonly padding: boolean;
  }
  interface BlockwiseCipher {
    update(data: Uint8Array): number[];
    final(): number[];
  }
  /** DES (FIPS 46-3); the key has 8 bytes. */
  export const DES: { create(options: CipherOptions): BlockwiseCipher };
  /** Triple DES; the key has 24 bytes. */
  export const EDE: { create(options: CipherOptions): BlockwiseCipher };
}
