import { formatsOf } from './formats.js';
import { commands } from './german/commands.js';
import { facts } from './german/facts.js';
import { notices } from './german/notices.js';
import { pages } from './german/pages.js';
import { privacy } from './german/privacy.js';
import { results } from './german/results.js';
import type { Words } from './words.js';

export const german: Words = {
  language: 'de',
  ...formatsOf('de'),
  results,
  facts,
  notices,
  pages,
  privacy,
  commands,
};
