/** Where a letter stands on its page. Units are points, y grows downwards from the page's top left corner. */
export interface LetterPlace {
  /** One character, or what a ligature stands for. */
  readonly text: string;
  /** Where it begins on its baseline. */
  readonly x: number;
  readonly y: number;
  /** How far it moves the next one. */
  readonly width: number;
  readonly size: number;
  /** The direction it is written in, degrees clockwise, 0 from left to right. */
  readonly angle: number;
  readonly isBold: boolean;
}

export interface Letter extends LetterPlace {
  readonly isSeen: boolean;
}

/** A letter turned so that its text runs from left to right. */
export type LevelLetter = Omit<Letter, 'angle' | 'isSeen'>;
