// Documents for the processes that tests start: plain JavaScript, because a process that is killed twenty times should
// not compile first.

const dimensions = 8;
const voteCount = 1100;

export const voteModel = { id: 'vote-encoder', hash: '0123456789abcdef', dimensions };

/** One document with enough chunks for a graph; the last paragraph says which round it is. */
export function voteDocument(round) {
  const texts = Array.from({ length: voteCount }, (_, number) => `Vote ${number}: aye.`);
  texts.push(`Round ${round}.`);
  const text = texts.join('\n\n');
  let start = 0;
  const paragraphs = texts.map((paragraph, index) => {
    const span = { number: index + 1, kind: 'body', start, end: start + paragraph.length, text: paragraph };
    start = span.end + 2;
    return span;
  });
  const spans = paragraphs.map(({ number, start: from, end, text: words }) => ({
    paragraph: number,
    start: from,
    end,
    text: words,
  }));
  const metadata = {
    title: 'Votes',
    titleIsDescriptive: true,
    publisher: null,
    author: null,
    date: null,
    licence: null,
    url: null,
  };
  const source = { path: 'votes.txt', bytes: text.length, modifiedMs: 0, sha256: String(round) };
  return { document: { id: 'votes', metadata, text, source }, paragraphs, sentences: spans, chunks: spans };
}

/** A unit vector for each chunk; only the last depends on the round. */
export function voteVectors(round) {
  const vectors = new Float32Array((voteCount + 1) * dimensions);
  for (let row = 0; row <= voteCount; row++) {
    const seed = row < voteCount ? row : voteCount + round;
    const vector = Array.from({ length: dimensions }, (_, at) => Math.sin((seed + 1) * (at + 1) * 0.7391 + at));
    const length = Math.hypot(...vector);
    for (let at = 0; at < dimensions; at++) vectors[row * dimensions + at] = vector[at] / length;
  }
  return vectors;
}
