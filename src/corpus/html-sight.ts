import { type Colour, colourOf, isSeenOn, white } from './contrast.js';
import type { HtmlNode } from './html-tree.js';

const unread = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE SVG MATH IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SELECT TEXTAREA BUTTON INPUT'.split(
    ' ',
  ),
);

/** What an element hands on to the text in it. */
interface Look {
  /** `null` when it cannot be told. */
  readonly colour: Colour | 'none' | null;
  readonly ground: Colour | null;
  readonly isTiny: boolean;
  readonly isInvisible: boolean;
}

const plainLook: Look = { colour: null, ground: white, isTiny: false, isInvisible: false };

function declarations(node: HtmlNode): ReadonlyMap<string, string> {
  const style = node.getAttribute('style');
  if (style === null) return new Map();
  return new Map(
    style.split(';').map((declaration) => {
      const colon = declaration.indexOf(':');
      const value = declaration.slice(colon + 1).replace(/!\s*important/iu, '');
      return [declaration.slice(0, Math.max(0, colon)).trim().toLowerCase(), value.trim().toLowerCase()] as const;
    }),
  );
}

const namedColours: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  ghostwhite: [248, 248, 255],
  whitesmoke: [245, 245, 245],
  black: [0, 0, 0],
};

/** A colour as CSS writes it; `none` for one that lets everything through, `null` for what is not looked into. */
function cssColour(written: string): Colour | 'none' | null {
  if (written === 'transparent') return 'none';
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+)(%?))?\s*\)$/u.exec(written);
  if (parts === null) return namedColours[written] ?? colourOf(written) ?? null;
  const alpha = Number(parts[4] ?? 1) / (parts[5] === '%' ? 100 : 1);
  return alpha < 0.05 ? 'none' : [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/** Whether a length is nothing to the eye, or far to the left of or above the page. */
const isNothing = (length: string): boolean => {
  const parts = /^([\d.]+)(px|pt|em|rem|%)?$/u.exec(length);
  if (parts === null) return false;
  return Number(parts[1]) <= (parts[2] === undefined || parts[2] === 'px' || parts[2] === 'pt' ? 1 : 0.05);
};
const isFarOff = (length = ''): boolean => /^-(?:\d{3,}(?:\.\d+)?(?:px|pt|%)|\d{2,}(?:\.\d+)?r?em)$/u.test(length);

function lookOf(node: HtmlNode, inherited: Look): Look {
  const style = declarations(node);
  const colour = style.get('color') ?? node.getAttribute('color')?.trim().toLowerCase();
  const ground =
    style.get('background-color') ?? style.get('background') ?? node.getAttribute('bgcolor')?.toLowerCase();
  const size = style.get('font-size');
  const visibility = style.get('visibility');
  const painted = ground === undefined || /^(?:none|inherit)$/u.test(ground) ? 'none' : cssColour(ground);
  return {
    colour: colour === undefined || colour === 'inherit' ? inherited.colour : cssColour(colour),
    ground: painted === 'none' ? inherited.ground : painted,
    isTiny: size === undefined ? inherited.isTiny : isNothing(size),
    isInvisible: visibility === undefined ? inherited.isInvisible : /^(?:hidden|collapse)$/u.test(visibility),
  };
}

/**
 * Follows a walk through a page and tells what a reader would see of it, by its elements' own attributes and styles; no
 * style sheet is read. `enter` and `leave` accompany every element that is walked into.
 */
export function createSight() {
  const looks: Look[] = [plainLook];
  const current = (): Look => looks.at(-1) ?? plainLook;
  return {
    /** Whether an element holds no text of the page at all, as a script does. */
    isUnread: (node: HtmlNode): boolean => unread.has(node.nodeName.toUpperCase()),
    /** Whether an element is hidden with everything in it. */
    isConcealed(node: HtmlNode): boolean {
      if (node.getAttribute('hidden') !== null || node.getAttribute('aria-hidden')?.trim().toLowerCase() === 'true') {
        return true;
      }
      const style = declarations(node);
      if (style.size === 0) return false;
      const isOut = /^(?:absolute|fixed)$/u.test(style.get('position') ?? '');
      return (
        style.get('display') === 'none' ||
        /^0*(?:\.0\d*)?%?$/u.test(style.get('opacity') ?? '1') ||
        isFarOff(style.get('text-indent')) ||
        (isOut && (isFarOff(style.get('left')) || isFarOff(style.get('top')))) ||
        /^rect\((?:0(?:px)?[\s,]*){4}\)$/u.test(style.get('clip') ?? '')
      );
    },
    enter(node: HtmlNode): void {
      looks.push(lookOf(node, current()));
    },
    leave(): void {
      looks.pop();
    },
    /** Whether text directly in the element that was entered last is seen. */
    isTextSeen(): boolean {
      const { colour, ground, isTiny, isInvisible } = current();
      if (isTiny || isInvisible || colour === 'none') return false;
      return colour === null || ground === null || isSeenOn(colour, ground);
    },
  };
}
