import { commands } from './english/commands.js';
import { facts } from './english/facts.js';
import { notices } from './english/notices.js';
import { pages } from './english/pages.js';
import { privacy } from './english/privacy.js';
import { results } from './english/results.js';
import { formatsOf } from './formats.js';
import type { Words } from './words.js';

export const english: Words = {
  language: 'en',
  ...formatsOf('en'),
  results,
  facts,
  notices,
  pages,
  privacy,
  commands,
};
