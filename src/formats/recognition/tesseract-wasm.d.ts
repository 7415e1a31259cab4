/** The packaged engine hides its own types from Node's resolution: the few calls that are made of it. */
declare module 'tesseract-wasm' {
  interface OCREngine {
    loadModel(data: Uint8Array): void
    loadImage(picture: { data: Uint8ClampedArray; width: number; height: number }): void
    clearImage(): void
    setVariable(name: string, value: string): void
    getTextBoxes(unit: 'word'): {
      rect: { left: number; top: number; right: number; bottom: number }
      flags: number
      confidence: number
      text: string
    }[]
    destroy(): void
  }
  const layoutFlags: { StartOfLine: number; EndOfLine: number }
  function createOCREngine(options: { wasmBinary: Uint8Array }): Promise<OCREngine>
}
