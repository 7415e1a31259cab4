/** Two decoders that come without types: the few calls that are made of them. */
declare module 'jpeg-lossless-decoder-js' {
  export class Decoder {
    readonly frame: { readonly dimX: number; readonly dimY: number }
    decode(
      buffer: ArrayBuffer,
      offset: number,
      length: number,
      bytesPerSample: number,
    ): Uint8Array | Uint16Array
  }
}
declare module '@cornerstonejs/codec-openjpeg/decode' {
  interface J2KDecoder {
    getEncodedBuffer(length: number): Uint8Array
    getDecodedBuffer(): Uint8Array
    decode(): void
    getFrameInfo(): {
      width: number
      height: number
      bitsPerSample: number
      componentCount: number
      isSigned: boolean
    }
    delete(): void
  }
  const start: (options: {
    print: () => void
    printErr: () => void
  }) => Promise<{ J2KDecoder: new () => J2KDecoder }>
  // oxlint-disable-next-line import/no-default-export -- it is theirs
  export default start
}
