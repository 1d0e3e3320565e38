/** The complete list of host features that shared/ may use beside the language itself. */

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label: 'utf-8', options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}
