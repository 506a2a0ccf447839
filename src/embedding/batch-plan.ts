/**
 * Groups texts of similar length, so that little is spent on padding.
 *
 * `lengths` are tokens per text; every batch is a list of positions in it, shortest texts first. A batch holds at most
 * `maximumTexts` texts and, padding included, at most `maximumTokens` tokens; a longer text goes alone.
 */
export function planBatches(
  lengths: readonly number[],
  { maximumTexts, maximumTokens }: { maximumTexts: number; maximumTokens: number },
): number[][] {
  const order = lengths
    .map((_, position) => position)
    .toSorted((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const position of order) {
    // In ascending order, the text that comes is the longest of the batch and decides its width.
    const tokens = (batch.length + 1) * (lengths[position] ?? 0);
    if (batch.length > 0 && (batch.length === maximumTexts || tokens > maximumTokens)) {
      batches.push(batch);
      batch = [];
    }
    batch.push(position);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
