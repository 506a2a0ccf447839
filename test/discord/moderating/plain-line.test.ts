import { describe, expect, it } from 'vitest';
import { plainLine } from '#src/discord/moderating/plain-line.js';
import { CorpusError, EncoderError, GenerationError, ParleyError } from '#src/errors.js';

describe('what went wrong, for moderators', () => {
  it.each([
    new CorpusError('notes/list.txt', 'is empty.', 'Put text in it, or leave it out.'),
    new CorpusError('list.txt', 'has 1/2 a sentence.', 'Write 2016/17 in full, and/or leave it out.'),
    new GenerationError('There is no generation “5”.', 'Choose another one of the history.'),
  ])('is told as it is where they can mend it: $message', (error) => {
    expect(plainLine(error)).toBe(error.line);
  });

  it.each([
    new CorpusError('/srv/parley/corpus', 'cannot be read (ENOENT).', 'Give the bot read permission.'),
    new GenerationError('“C:\\parley\\data” is damaged.', 'Put a backup in its place.'),
    new GenerationError('There is no index yet.', 'Run `npx parley index` first.'),
    new EncoderError('https://api.example.org answered 401.', 'Check the key.'),
    new ParleyError('It is not there.', 'Set PARLEY_CORPUS_DIR to another folder.'),
  ])('names no place, address or command of the operator’s: $message', (error) => {
    expect(plainLine(error)).toMatch(/whoever runs me finds in my log what it is\.$/u);
  });
});
