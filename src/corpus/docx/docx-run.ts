import { colourOf, isSeenOn, white } from '../contrast.js';
import { type DocxStyles, paintsGround } from './docx-styles.js';
import { childOf, settingOf, type XmlElement } from './xml-tree.js';

// A pixel high on most screens. Word counts half points.
const leastHalfPoints = 3;

/** What a switch like `<w:vanish/>` says; `undefined` when it is absent. */
function switched(properties: XmlElement, name: string): boolean | undefined {
  const found = childOf(properties, name);
  return found === undefined ? undefined : !/^(?:0|false|off)$/u.test(found.attributes.get('w:val') ?? '');
}

function firstSaid<Value>(
  places: readonly XmlElement[],
  read: (properties: XmlElement) => Value | undefined,
): Value | undefined {
  for (const properties of places) {
    const said = read(properties);
    if (said !== undefined) return said;
  }
  return undefined;
}

/**
 * Whether a reader sees the text of a run (`<w:r>`): neither hidden nor minute nor of the colour of the page.
 *
 * @param paragraphStyle Id of its paragraph's style.
 * @param isOnGround Something behind it is painted, so that white letters may be the ones that are seen.
 */
export function isRunSeen(
  run: XmlElement,
  paragraphStyle: string | undefined,
  styles: DocxStyles,
  isOnGround: boolean,
): boolean {
  const own = childOf(run, 'w:rPr');
  const characterStyle = settingOf(own, 'w:rStyle');
  const ofStyle = characterStyle === undefined ? undefined : styles.find(characterStyle);
  const ofParagraph = styles.find(paragraphStyle);
  const places = [...(own === undefined ? [] : [own]), ...(ofStyle?.runProperties ?? []), ...ofParagraph.runProperties];
  if (firstSaid(places, (properties) => switched(properties, 'w:vanish')) === true) return false;
  const size = Number(firstSaid(places, (properties) => settingOf(properties, 'w:sz')) ?? Number.NaN);
  if (size < leastHalfPoints) return false;
  const highlight = firstSaid(places, (properties) => settingOf(properties, 'w:highlight')) ?? 'none';
  const isShaded = isOnGround || ofParagraph.isShaded || ofStyle?.isShaded === true || paintsGround(own);
  if (isShaded || (highlight !== 'none' && highlight !== 'white')) return true;
  const colour = colourOf(firstSaid(places, (properties) => settingOf(properties, 'w:color')) ?? 'auto');
  return colour === undefined || isSeenOn(colour, white);
}
