import type { PdfFont } from './graphics-state.js';
import type { Matrix } from './matrix.js';
import type { Drawing } from './page-letters.js';
import type { PdfDocument, PdfEngine, PdfPage } from './pdf-engine.js';

/** What pdf.js keeps of a font; its types say nothing. */
interface KeptFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

function fontOf(kept: KeptFont): PdfFont {
  return {
    isBold: kept.bold === true || kept.black === true || /bold|black|heavy|semibold/iu.test(kept.name ?? ''),
    isVertical: kept.vertical === true,
    scale: kept.fontMatrix?.[0] ?? 0.001,
  };
}

/** What a page draws, annotations that are shown with it, as pageLetters reads it. */
export async function pageDrawing(
  page: PdfPage,
  operators: PdfEngine['operators'],
  layers: Awaited<ReturnType<PdfDocument['getOptionalContentConfig']>>,
): Promise<Drawing> {
  const names = new Map(Object.entries(operators).map(([name, number]) => [number as number, name]));
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'display', annotationMode: 1 });
  const fonts = new Map<string, PdfFont | undefined>();
  const find = (name: string): PdfFont | undefined =>
    page.commonObjs.has(name) ? fontOf(page.commonObjs.get(name) as KeptFont) : undefined;
  return {
    width,
    height,
    matrix: transform as unknown as Matrix,
    operators: fnArray,
    operands: argsArray,
    nameOf: (operator) => names.get(operator) ?? '',
    fontOf(name) {
      const font = fonts.get(name) ?? find(name);
      fonts.set(name, font);
      return font;
    },
    isLayerShown: (layer) => layers.isVisible(layer as Parameters<typeof layers.isVisible>[0]),
  };
}
