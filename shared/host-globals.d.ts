/** The complete list of host features that shared/ may use beside the language itself. */

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label: 'utf-8', options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

/** Base64 of a text whose characters are bytes. */
declare function btoa(bytes: string): string;
/** Throws on what is no base64. */
declare function atob(text: string): string;
