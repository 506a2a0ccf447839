import { type Colour, colourOf } from '../contrast.js';
import { createGraphics } from './graphics.js';
import { createTextCursor, type PdfFont } from './graphics-state.js';
import type { Letter, LetterPlace } from './letter.js';
import { type Box, holds, type Matrix } from './matrix.js';
import { matrixOf, numberAt } from './operands.js';
import { type Glyph, placeLetter } from './place-letter.js';

/** A page's drawing as pdf.js lists it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The page's own units to points, y downwards. */
  readonly matrix: Matrix;
  readonly operators: readonly number[];
  readonly operands: readonly unknown[];
  /** The name of an operator's number. */
  readonly nameOf: (operator: number) => string;
  readonly fontOf: (name: string) => PdfFont | undefined;
  /** Whether a layer is switched on. */
  readonly isLayerShown: (layer: unknown) => boolean;
}

type Operands = readonly unknown[];
type Operators = Readonly<Record<string, (operands: Operands) => void>>;

// Smaller letters are a line to the eye, not a text.
const leastSize = 1;

function graphicsOperators(graphics: ReturnType<typeof createGraphics>, drawing: Drawing): Operators {
  const { state } = graphics;
  return {
    save: graphics.save,
    restore: graphics.restore,
    transform: (operands) => graphics.transform(matrixOf(operands)),
    clip: graphics.clip,
    eoClip: graphics.clip,
    constructPath: ([how, data, bounds]) =>
      graphics.path(drawing.nameOf(Number(how)), Array.isArray(data) ? data[0] : undefined, bounds),
    shadingFill: () => graphics.paintUnknown('everything'),
    setFillRGBColor: ([colour]) => {
      state().fill = colourOf(String(colour)) ?? null;
    },
    setStrokeRGBColor: ([colour]) => {
      state().stroke = colourOf(String(colour)) ?? null;
    },
    setFillColorN: () => {
      state().fill = null;
    },
    setStrokeColorN: () => {
      state().stroke = null;
    },
    paintFormXObjectBegin: graphics.beginForm,
    paintFormXObjectEnd: () => graphics.end('part'),
    beginGroup: ([group]) => graphics.beginGroup((group ?? {}) as Parameters<typeof graphics.beginGroup>[0]),
    endGroup: () => graphics.end('group'),
    beginAnnotation: graphics.beginAnnotation,
    endAnnotation: () => graphics.end('part'),
    beginMarkedContent: () => graphics.beginLayer(true),
    beginMarkedContentProps: ([tag, layer]) => graphics.beginLayer(tag !== 'OC' || drawing.isLayerShown(layer)),
    endMarkedContent: graphics.endLayer,
  };
}

/**
 * Reads a page's drawing, as a person who draws it would, and returns its letters in drawing order. A letter is seen when
 * it is drawn visibly (not in rendering mode 3), on the page, inside what it is clipped to, in a layer that is shown, not
 * minute, not covered, and in a colour that differs from what is below it.
 */
export function pageLetters(drawing: Drawing): readonly Letter[] {
  const page: Box = { x0: 0, y0: 0, x1: drawing.width, y1: drawing.height };
  const graphics = createGraphics(page, drawing.matrix);
  const cursor = createTextCursor();
  const found: {
    readonly place: LetterPlace;
    readonly middle: readonly [x: number, y: number];
    readonly order: number;
    /** None for a letter that cannot be seen whatever lies below and above it. */
    readonly colours: readonly (Colour | null)[];
  }[] = [];
  const { state } = graphics;

  function show(glyph: Glyph, font: PdfFont): void {
    const { place, middle, colours, advance } = placeLetter(glyph, font, state(), cursor.matrix());
    const isInside = holds(state().clip, ...middle) && holds(page, ...middle);
    const canBeSeen = isInside && place.size >= leastSize && graphics.isShown();
    found.push({ place, middle, order: graphics.count(), colours: canBeSeen ? colours : [] });
    cursor.advance(...advance);
  }

  function showAll(glyphs: unknown): void {
    const { font, fontSize, stretch } = state();
    if (font === undefined || !Array.isArray(glyphs)) return;
    for (const glyph of glyphs as readonly unknown[]) {
      if (typeof glyph === 'number') {
        const gap = (-glyph * fontSize) / 1_000;
        cursor.advance(font.isVertical ? 0 : gap * stretch, font.isVertical ? gap : 0);
      } else if (typeof glyph === 'object' && glyph !== null) {
        show(glyph, font);
      }
    }
  }

  function setFont(operands: Operands): void {
    state().font = drawing.fontOf(String(operands[0]));
    state().fontSize = numberAt(operands, 1);
  }

  function setGraphics([settings]: Operands): void {
    for (const setting of Array.isArray(settings) ? settings : []) {
      const [name, value] = Array.isArray(setting) ? (setting as Operands) : [];
      if (name === 'ca' && typeof value === 'number') state().fillAlpha = value;
      if (name === 'CA' && typeof value === 'number') state().strokeAlpha = value;
      if (name === 'BM') state().isBlended = value !== 'source-over';
      if (name === 'SMask') state().isMasked = value !== false;
      if (name === 'Font' && Array.isArray(value)) setFont(value);
    }
  }

  const operators: Operators = {
    ...graphicsOperators(graphics, drawing),
    setGState: setGraphics,
    beginText: () => cursor.set(matrixOf([])),
    setFont,
    setCharSpacing: (operands) => {
      state().letterSpacing = numberAt(operands, 0);
    },
    setWordSpacing: (operands) => {
      state().wordSpacing = numberAt(operands, 0);
    },
    setHScale: (operands) => {
      state().stretch = numberAt(operands, 0) / 100;
    },
    setLeading: (operands) => {
      state().leading = numberAt(operands, 0);
    },
    setTextRise: (operands) => {
      state().rise = numberAt(operands, 0);
    },
    setTextRenderingMode: (operands) => {
      state().mode = numberAt(operands, 0);
    },
    setTextMatrix: ([matrix]) => cursor.set(matrixOf(matrix)),
    moveText: (operands) => cursor.newLine(numberAt(operands, 0), numberAt(operands, 1)),
    setLeadingMoveText: (operands) => {
      state().leading = -numberAt(operands, 1);
      cursor.newLine(numberAt(operands, 0), numberAt(operands, 1));
    },
    nextLine: () => cursor.newLine(0, -state().leading),
    showText: ([glyphs]) => showAll(glyphs),
  };

  for (const [index, operator] of drawing.operators.entries()) {
    const name = drawing.nameOf(operator);
    const operands = drawing.operands[index];
    if (Object.hasOwn(operators, name)) operators[name]?.(Array.isArray(operands) ? operands : []);
    else if (name.startsWith('paint')) graphics.paintUnknown(/(?:Group|Repeat)$/u.test(name) ? 'everything' : 'square');
  }
  return found.map(({ place, middle: [x, y], order, colours }) => ({
    ...place,
    isSeen: colours.some((colour) => graphics.isSeen(x, y, order, colour)),
  }));
}
