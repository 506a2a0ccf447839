import type { PlacedFinding, Severity } from './finding.js';
import type { Piece } from './text-pieces.js';

const marked = /(!?)\[([^\]\n]{0,200})\]\(\s{0,3}<?([^\s)<>]{1,2000})[^)\n]{0,200}\)?/gu;
const bare =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"]{1,2000}|\bwww\.[^\s<>"]{1,2000}|\bdiscord(?:app)?\.(?:gg|com\/invite)\/[\w-]{1,40}|\b(?:javascript|vbscript|data):[^\s<>"]{3,2000}/giu;
const trailing = /[.,;:!?'”’)\]}*_>]+$/u;
const shownHost = /\b((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})\b/iu;

interface Judgement {
  readonly severity: Severity;
  readonly explanation: string;
}

/** The host of an address in small letters; `undefined` when there is none. */
function hostOf(address: string): string | undefined {
  const whole = /^[a-z][a-z0-9+.-]{1,20}:/iu.test(address) ? address : `https://${address}`;
  return URL.canParse(whole) ? new URL(whole).hostname || undefined : undefined;
}

const domainOf = (host: string): string => host.toLowerCase().split('.').slice(-2).join('.');

const isNumeric = (host: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(host) || host.startsWith('[');

function judge(address: string): Judgement {
  if (/^(?:javascript|vbscript):|^data:\s{0,4}text\/html/iu.test(address))
    return { severity: 'high', explanation: 'The link runs a script instead of leading somewhere.' };
  const host = hostOf(address);
  if (host === undefined) return { severity: 'low', explanation: 'It has a link.' };
  if (/^(?:discord\.gg|discord(?:app)?\.com)$/u.test(host) && /\.gg\/|\/invite\//u.test(address))
    return { severity: 'medium', explanation: 'The link invites to a Discord server.' };
  if (/^[a-z]+:\/\/[^/?#]{1,200}@/iu.test(address))
    return { severity: 'medium', explanation: `The link looks as if it led elsewhere, and leads to ${host}.` };
  if (isNumeric(host)) return { severity: 'medium', explanation: `The link leads to a bare number, ${host}.` };
  if (/(?:^|\.)xn--/u.test(host))
    return { severity: 'medium', explanation: `The link leads to a name with foreign letters, ${host}.` };
  return { severity: 'low', explanation: `It has a link to ${host}.` };
}

function judgeMarked(isImage: boolean, shown: string, address: string): Judgement {
  const plain = judge(address);
  const host = hostOf(address);
  const named = shownHost.exec(shown)?.[1];
  if (host !== undefined && named !== undefined && domainOf(named) !== domainOf(host))
    return { severity: 'high', explanation: `The link shows ${named} and leads to ${host}.` };
  if (isImage && host !== undefined && /^https?:/iu.test(address) && /[?&][^=&]{1,100}=/u.test(address))
    return {
      severity: 'medium',
      explanation: `The picture is fetched from ${host}, which learns what stands in its address.`,
    };
  return plain;
}

/** Links in a piece, those that hide where they lead marked as such. */
export function* linkFindings({ text, paragraph, start: offset }: Piece): Generator<PlacedFinding> {
  let from = 0;
  const finding = (start: number, quote: string, judgement: Judgement): PlacedFinding => ({
    kind: 'link',
    ...judgement,
    paragraph,
    start: offset + start,
    end: offset + start + quote.length,
    quote,
  });
  const found: PlacedFinding[] = [];
  const covered: (readonly [start: number, end: number])[] = [];
  for (const { 0: quote, 1: sign = '', 2: shown = '', 3: address = '', index } of text.matchAll(marked)) {
    if (!/^(?:[a-z][a-z0-9+.-]{1,20}:|www\.)/iu.test(address)) continue;
    covered.push([index, index + quote.length]);
    found.push(finding(index, quote, judgeMarked(sign === '!', shown, address)));
  }
  for (const { 0: whole, index } of text.matchAll(bare)) {
    while ((covered[from]?.[1] ?? Number.POSITIVE_INFINITY) <= index) from += 1;
    if ((covered[from]?.[0] ?? Number.POSITIVE_INFINITY) <= index) continue;
    const quote = whole.replace(trailing, '');
    if (/^data:/iu.test(quote) && !/^data:[a-z]+\//iu.test(quote)) continue;
    found.push(finding(index, quote, judge(quote)));
  }
  yield* found;
}
