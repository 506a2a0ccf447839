/** Lines remembered; with more, an old one may be said again. */
const mostKept = 1_000;

/** Passes each different line on once. */
export function onceEach(say: (line: string) => void): (line: string) => void {
  const said = new Set<string>();
  return (line) => {
    if (said.has(line)) return;
    if (said.size >= mostKept) said.clear();
    said.add(line);
    say(line);
  };
}
