import { describe, expect, it } from 'vitest';
import { type ComponentAction, customIdOf, readCustomId } from '#src/discord/custom-id.js';

const record = 'K3fq0Zp81LmN';

describe('a custom id', () => {
  it.each<ComponentAction>([
    { action: 'passage', record, index: 0 },
    { action: 'passage', record, index: 999 },
    { action: 'share', record },
    { action: 'up', record },
    { action: 'down', record },
    { action: 'dispute', record },
    { action: 'dispute-form', record },
    { action: 'page', record, index: 3 },
    { action: 'follow-up-form', message: '1017654321098765432' },
    { action: 'privacy-delete' },
    { action: 'privacy-keep' },
  ])('says what it is for: %j', (action) => {
    const customId = customIdOf(action);
    expect(customId.length).toBeLessThanOrEqual(100);
    expect(readCustomId(customId)).toEqual(action);
  });

  it.each([
    '',
    'passage',
    'passage:K3fq0Zp81LmN',
    'passage:K3fq0Zp81LmN:',
    'passage:K3fq0Zp81LmN:-1',
    'passage:K3fq0Zp81LmN:1000',
    'passage:K3fq0Zp81LmN:1:2',
    'passage-here',
    'share:short',
    'share:K3fq0Zp81LmN:0',
    'share:K3fq0Zp81Lm/',
    'delete:K3fq0Zp81LmN',
    'up:../../../../x',
    'page:K3fq0Zp81LmN',
    'follow-up-form:K3fq0Zp81LmN',
    'privacy-delete:K3fq0Zp81LmN',
    'follow-up-form:1017654321098765432:1',
  ])('that Parley did not make is nothing: %j', (customId) => {
    expect(readCustomId(customId)).toBeNull();
  });
});
