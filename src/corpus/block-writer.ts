/** Collects text into blocks: `- ` and `| ` lines that follow each other make one, as they would in a text file. */
export function createBlockWriter() {
  const finished: string[] = [];
  let current = '';
  let lastIsLine = false;
  return {
    write(text: string): void {
      current += text;
    },
    /** Ends the block that was written, if there is one; true when there was. */
    finish(prefix: string, keepSpaces: boolean): boolean {
      const lines = current.split('\n').map((line) => (keepSpaces ? line.trimEnd() : line.trim()));
      const block = lines
        .join('\n')
        .replaceAll(/\n{3,}/gu, '\n\n')
        .replaceAll(/^\n+|\n+$/gu, '');
      current = '';
      if (block.trim() === '') return false;
      const isLine = prefix === '- ' || prefix === '| ';
      const separator = isLine && lastIsLine ? '\n' : '\n\n';
      finished.push(
        finished.length === 0 ? '' : separator,
        prefix,
        prefix.startsWith('#') ? block.replaceAll(/\s+/gu, ' ') : block,
      );
      lastIsLine = isLine;
      return true;
    },
    /** The next line begins a block of its own. */
    separate(): void {
      lastIsLine = false;
    },
    text: (): string => finished.join(''),
  };
}
