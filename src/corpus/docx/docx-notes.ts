import type { XmlElement } from './xml-tree.js';

function byId(root: XmlElement | undefined): ReadonlyMap<string, XmlElement> {
  const notes = new Map<string, XmlElement>();
  for (const note of root?.children ?? []) {
    const id = typeof note === 'string' ? undefined : note.attributes.get('w:id');
    if (id !== undefined && typeof note !== 'string') notes.set(id, note);
  }
  return notes;
}

/** Numbers foot- and endnotes, 1 upwards in the order in which their marks are met. */
export function createNotes(footnotes: XmlElement | undefined, endnotes: XmlElement | undefined) {
  const known = { 'w:footnoteReference': byId(footnotes), 'w:endnoteReference': byId(endnotes) };
  const numbers = new Map<XmlElement, number>();
  return {
    /** What stands in the text for a reference: `[1]`; nothing when the note is missing. */
    mark(reference: XmlElement): string {
      const kind = reference.name === 'w:footnoteReference' ? 'w:footnoteReference' : 'w:endnoteReference';
      const note = known[kind].get(reference.attributes.get('w:id') ?? '');
      if (note === undefined) return '';
      const number = numbers.get(note) ?? numbers.size + 1;
      numbers.set(note, number);
      return `[${number}]`;
    },
    /** The notes whose marks were met, in order; those that a note itself marks are added while they are read. */
    *marked(): Iterable<{ number: number; content: XmlElement }> {
      for (const [content, number] of numbers) yield { number, content };
    },
  };
}
