import { getResolvedPDFJS } from 'unpdf';

type Engine = Awaited<ReturnType<typeof getResolvedPDFJS>>;
export type PdfDocument = Awaited<ReturnType<Engine['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

export interface PdfEngine {
  /** The operators' numbers by name. */
  readonly operators: Engine['OPS'];
  /** Opens a file. Takes the bytes for itself. @throws what pdf.js throws. */
  open(bytes: Uint8Array): Promise<PdfDocument>;
  /** Whether a part of a file wanted to unpack to more than the limit, and was cut off. */
  wasCutOff(): boolean;
}

function define(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}

/** What pdf.js 5.6 calls and Node 20 lacks. */
function fillGaps(): void {
  define(ArrayBuffer.prototype, 'transferToFixedLength', function (this: ArrayBuffer, length = this.byteLength) {
    return this.slice(0, length);
  });
  define(URL, 'parse', (address: string, base?: string) => {
    try {
      return new URL(address, base);
    } catch {
      return null;
    }
  });
}

/**
 * Bounds every array that pdf.js unpacks into. A few kilobytes can unpack to gigabytes, and a thread's own limits count
 * only what lies on its heap, which these arrays do not.
 */
function boundArrays(mostBytes: number): () => boolean {
  let isBeyond = false;
  const Unbounded = Uint8Array;
  globalThis.Uint8Array = new Proxy(Unbounded, {
    construct(target, parameters, newTarget) {
      if (typeof parameters[0] === 'number' && parameters[0] > mostBytes) {
        isBeyond = true;
        throw new RangeError(`more than ${mostBytes} bytes`);
      }
      return Reflect.construct(target, parameters, newTarget) as object;
    },
  });
  // Node's own stream would unpack past this bound; without it pdf.js unpacks by itself.
  Reflect.deleteProperty(globalThis, 'DecompressionStream');
  return () => isBeyond;
}

/**
 * Loads pdf.js. It changes what the thread's programs share, so that it belongs in a thread of its own.
 *
 * @param mostBytes What one part of a file (the drawing of a page, a font) may unpack to.
 */
export async function loadPdfEngine(mostBytes: number): Promise<PdfEngine> {
  fillGaps();
  const wasCutOff = boundArrays(mostBytes);
  const { OPS, VerbosityLevel, getDocument } = await getResolvedPDFJS();
  return {
    operators: OPS,
    open: (bytes) =>
      getDocument({
        data: bytes,
        verbosity: VerbosityLevel.ERRORS,
        // Nothing is fetched, evaluated or looked up outside the file, and no picture is unpacked.
        isEvalSupported: false,
        useSystemFonts: false,
        useWorkerFetch: false,
        disableFontFace: false,
        maxImageSize: 1,
        fontExtraProperties: false,
        enableXfa: false,
      }).promise,
    wasCutOff,
  };
}
