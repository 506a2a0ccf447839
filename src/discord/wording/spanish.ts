import { formatsOf } from './formats.js';
import { commands } from './spanish/commands.js';
import { facts } from './spanish/facts.js';
import { notices } from './spanish/notices.js';
import { pages } from './spanish/pages.js';
import { privacy } from './spanish/privacy.js';
import { results } from './spanish/results.js';
import type { Words } from './words.js';

export const spanish: Words = {
  language: 'es',
  ...formatsOf('es'),
  results,
  facts,
  notices,
  pages,
  privacy,
  commands,
};
