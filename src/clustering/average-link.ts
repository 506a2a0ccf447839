/** Lets others have their turn between two steps of long work. */
export interface Turns {
  due(): boolean;
  pause(): Promise<void>;
}

export interface AverageLinkInput {
  /** Similarity of each two things, row-major and symmetric; is written over. */
  readonly similarities: Float32Array;
  readonly count: number;
  /** The least mean similarity of two groups that are joined. */
  readonly joinFrom: number;
  readonly turns: Turns;
}

/**
 * Groups things by average link: of all groups the two that are most alike in the mean are joined, of equal pairs the
 * first, until none are alike enough. Gives each group's things ascending, the groups in the order of their first things.
 *
 * The row of a group's first thing comes to hold the group's mean similarities to the others (Lance and Williams), and
 * beside each row stands its nearest other one, so that a join costs a pass over the rows and not one over all pairs.
 */
export async function averageLink({
  similarities,
  count,
  joinFrom,
  turns,
}: AverageLinkInput): Promise<readonly (readonly number[])[]> {
  /** By the row of their first things; `null` for what was joined to another one. */
  const groups: (readonly number[] | null)[] = Array.from({ length: count }, (_, row) => [row]);
  const at = (row: number, column: number): number => similarities[row * count + column] ?? 0;

  /** -1 when there is no other group. */
  function findNearest(row: number): number {
    let found = -1;
    for (let other = 0; other < count; other += 1) {
      if (other === row || groups[other] === null) continue;
      if (found === -1 || at(row, other) > at(row, found)) found = other;
    }
    return found;
  }

  const nearest: number[] = [];
  for (let row = 0; row < count; row += 1) {
    if (turns.due()) await turns.pause();
    nearest.push(findNearest(row));
  }
  const nearestTo = (row: number): number => nearest[row] ?? -1;

  /** The row whose nearest is nearest of all; -1 when one group is left. */
  function findPair(): number {
    let found = -1;
    for (let row = 0; row < count; row += 1) {
      if (groups[row] === null || nearestTo(row) === -1) continue;
      if (found === -1 || at(row, nearestTo(row)) > at(found, nearestTo(found))) found = row;
    }
    return found;
  }

  function join(kept: number, gone: number): void {
    const [keptGroup, goneGroup] = [groups[kept] ?? [], groups[gone] ?? []];
    const size = keptGroup.length + goneGroup.length;
    groups[kept] = [...keptGroup, ...goneGroup];
    groups[gone] = null;
    for (let row = 0; row < count; row += 1) {
      if (groups[row] === null || row === kept) continue;
      const mean = (keptGroup.length * at(row, kept) + goneGroup.length * at(row, gone)) / size;
      similarities[row * count + kept] = mean;
      similarities[kept * count + row] = mean;
    }
    for (let row = 0; row < count; row += 1) {
      if (groups[row] === null) continue;
      const near = nearestTo(row);
      if (row === kept || near === kept || near === gone) nearest[row] = findNearest(row);
      else if (at(row, kept) > at(row, near)) nearest[row] = kept;
    }
  }

  for (;;) {
    if (turns.due()) await turns.pause();
    // Of the two rows of a pair the first is found, so that it is also the smaller one.
    const kept = findPair();
    if (kept === -1 || at(kept, nearestTo(kept)) < joinFrom) break;
    join(kept, nearestTo(kept));
  }
  return groups.filter((group) => group !== null).map((group) => group.toSorted((one, other) => one - other));
}
