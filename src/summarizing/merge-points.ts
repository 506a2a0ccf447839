import type { Candidate } from './read-candidates.js';

/** A point that somebody else worded, and the sentences that it rests on. */
export interface WordedPoint {
  /** Rows of its sentences in the generation, ascending, at least one. */
  readonly chunks: readonly number[];
  /** Numbers of their paragraphs. */
  readonly paragraphs: readonly number[];
  /** Whether it rests on them without a reservation. */
  readonly isWhole: boolean;
}

export type MergedPoint<Worded extends WordedPoint> =
  | { readonly kind: 'quoted'; readonly point: Candidate }
  | { readonly kind: 'worded'; readonly point: Worded };

/** The first of those with the highest rank. */
function best<T>(items: readonly T[], rankOf: (item: T) => number): T | undefined {
  let chosen: T | undefined;
  for (const item of items) if (chosen === undefined || rankOf(item) > rankOf(chosen)) chosen = item;
  return chosen;
}

function firstChunk(merged: MergedPoint<WordedPoint>): number {
  return merged.kind === 'quoted' ? merged.point.chunk : Math.min(...merged.point.chunks);
}

/**
 * Worded points in the place of quoted ones, in reading order. Every paragraph that a quoted point comes from is spoken
 * for: by a worded point that rests on it, or by the quote. What that leaves of the number of quoted points goes to worded
 * ones that speak for further paragraphs; there are never more points than quotes.
 */
export function mergePoints<Worded extends WordedPoint>(
  quoted: readonly Candidate[],
  worded: readonly Worded[],
): readonly MergedPoint<Worded>[] {
  const chosen = new Set<Worded>();
  const met = new Set<Candidate>();
  const rankOf = ({ paragraphs, isWhole }: Worded): number =>
    (isWhole ? 1_000 : 0) + quoted.filter((quote) => !met.has(quote) && paragraphs.includes(quote.paragraph)).length;
  /** One worded point speaks for the sentences that it rests on, and besides for one quote of each of its paragraphs. */
  const take = (point: Worded): void => {
    chosen.add(point);
    for (const quote of quoted) if (point.chunks.includes(quote.chunk)) met.add(quote);
    for (const paragraph of point.paragraphs) {
      const own = quoted.filter((quote) => quote.paragraph === paragraph);
      const open = own.find((quote) => !met.has(quote));
      if (open !== undefined && !own.some(({ chunk }) => point.chunks.includes(chunk))) met.add(open);
    }
  };
  const takeFor = (fits: (quote: Candidate, point: Worded) => boolean): void => {
    for (const quote of quoted) {
      if (met.has(quote)) continue;
      const point = best(
        worded.filter((one) => !chosen.has(one) && fits(quote, one)),
        rankOf,
      );
      if (point !== undefined) take(point);
    }
  };
  takeFor(({ chunk }, { chunks }) => chunks.includes(chunk));
  // One that rests on another quote of the paragraph would say that one again.
  takeFor(
    ({ paragraph }, { paragraphs, chunks }) =>
      paragraphs.includes(paragraph) &&
      !quoted.some((quote) => quote.paragraph === paragraph && chunks.includes(quote.chunk)),
  );

  const rest = quoted.filter((quote) => !met.has(quote));
  const spokenFor = new Set([...quoted.map(({ paragraph }) => paragraph), ...[...chosen].flatMap((p) => p.paragraphs)]);
  const furtherIn = ({ paragraphs }: Worded): number => paragraphs.filter((number) => !spokenFor.has(number)).length;
  while (chosen.size + rest.length < quoted.length) {
    const point = best(
      worded.filter((one) => !chosen.has(one) && furtherIn(one) > 0),
      (one) => furtherIn(one) * 2 + (one.isWhole ? 1 : 0),
    );
    if (point === undefined) break;
    chosen.add(point);
    for (const number of point.paragraphs) spokenFor.add(number);
  }
  return [
    ...rest.map((point) => ({ kind: 'quoted' as const, point })),
    ...[...chosen].map((point) => ({ kind: 'worded' as const, point })),
  ].toSorted((a, b) => firstChunk(a) - firstChunk(b));
}
