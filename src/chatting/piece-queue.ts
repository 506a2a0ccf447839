/** Pieces that one side adds when it has them, and the other takes when it wants them. */
export interface PieceQueue extends AsyncIterable<string> {
  add(piece: string): void;
  /** No more will come; who iterates gets what is left. */
  end(): void;
}

function nobodyWaits(): void {}

export function pieceQueue(): PieceQueue {
  const pieces: string[] = [];
  let isEnded = false;
  let wake = nobodyWaits;

  return {
    add(piece) {
      pieces.push(piece);
      wake();
    },
    end() {
      isEnded = true;
      wake();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const piece = pieces.shift();
        if (piece !== undefined) yield piece;
        else if (isEnded) return;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
  };
}
