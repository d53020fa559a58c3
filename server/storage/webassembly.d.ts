/** The little of the WebAssembly interface that schema-engine.ts uses; TypeScript has it only for browsers. */
declare namespace WebAssembly {
  interface Instance {
    exports: Record<string, unknown>;
  }
  function instantiate(bytes: Uint8Array, imports: Record<string, object>): Promise<{ instance: Instance }>;
}
