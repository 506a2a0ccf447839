import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';

/** A text that is indexed. */
export interface SourceText {
  readonly id: string;
  readonly text: string;
}

/** A stretch of a text that a tool searches and returns. */
export interface Unit {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A tool under comparison, with an index in it. */
export interface SearchTool {
  /** Question in, the nearest units out, best first; the encoder's time included. */
  search(question: string, limit: number): Promise<readonly Unit[]>;
}

/** Cuts texts with LangChain's splitter and finds each piece's place again. */
export async function splitTexts(
  texts: readonly SourceText[],
  size: { readonly chunkSize: number; readonly chunkOverlap: number },
): Promise<readonly Unit[]> {
  const splitter = new RecursiveCharacterTextSplitter(size);
  const units: Unit[] = [];
  for (const { id, text } of texts) {
    let from = 0;
    for (const piece of await splitter.splitText(text)) {
      const start = text.indexOf(piece, from);
      if (start < 0) throw new Error(`A piece of ${id} is no slice of it: ${piece.slice(0, 60)}`);
      units.push({ document: id, start, end: start + piece.length, text: piece });
      // Pieces overlap: the next one may start inside this one, but not before it.
      from = start + 1;
    }
  }
  return units;
}
