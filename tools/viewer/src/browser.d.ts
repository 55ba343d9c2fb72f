// What browsers have had for longer than the compiler's library knows.

declare class DecompressionStream implements GenericTransformStream {
  constructor(format: 'gzip' | 'deflate' | 'deflate-raw');
  readonly readable: ReadableStream;
  readonly writable: WritableStream;
}
