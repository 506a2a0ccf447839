import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chatSettingKeys, readChatSettings } from '#src/chatting/chat-settings.js';
import { usualBreakerLimits } from '#src/chatting/circuit-breaker.js';
import { chatProviderNames, chatProviders } from '#src/chatting/providers.js';
import { patienceOf } from '#src/chatting/read-reply.js';

/* docs/chat-models.md, held against what it describes. */

const page = readFileSync('docs/chat-models.md', 'utf8').replaceAll(/\n\s*/gu, ' ');

describe('the page about chat models', () => {
  it.each(chatProviderNames)('says what to type for %s', (name) => {
    const { keyVariable, needsKey, baseUrl } = chatProviders[name];
    expect(page).toMatch(new RegExp(`\`CHAT_MODEL=${name}:\\S+\``, 'u'));
    if (needsKey) expect(page).toContain(`\`${keyVariable}=…\``);
    else if (baseUrl !== null) expect(page).toContain(new URL(baseUrl).port);
  });

  it('explains every key, and none that there is not', () => {
    expect(chatSettingKeys.filter((key) => !page.includes(key))).toEqual([]);
    const named = page.match(/\bCHAT_[A-Z_]+\b/gu) ?? [];
    expect(named.filter((key) => !chatSettingKeys.includes(key))).toEqual([]);
  });

  it('has the names of models that it tells one to type', () => {
    const names = [...page.matchAll(/`CHAT_MODEL=([^`…]+)`/gu)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(8);
    const keys = { OPENAI_API_KEY: 'k', OPENROUTER_API_KEY: 'k', ANTHROPIC_API_KEY: 'k', GOOGLE_API_KEY: 'k' };
    for (const name of names) expect(readChatSettings({ ...keys, CHAT_MODEL: name }, '/').faults, name).toEqual([]);
  });

  it('has the limits', () => {
    const settings = readChatSettings({ CHAT_MODEL: 'openai:m', OPENAI_API_KEY: 'k' }, '/').settings;
    expect(settings).toMatchObject({
      timeoutMs: 60_000,
      maxTokens: 700,
      limits: { tokens: 450_000, serverTokens: 180_000, memberTokens: 45_000 },
    });
    expect(page).toContain('| 60 |');
    expect(page).toContain('| 700 |');
    expect(page).toMatch(/450000 .* 180000, .* 45000, /u);
    expect(patienceOf(60_000)).toEqual({ firstMs: 45_000, silenceMs: 15_000, wholeMs: 60_000 });
    expect(page).toContain('three quarters of it for the first word, a quarter between two');
    expect(usualBreakerLimits).toEqual({ failures: 5, firstRestMs: 15_000, longestRestMs: 600_000 });
    expect(page).toContain(
      'After five failed answers in a row it is left alone, for 15 seconds at first and up to ten minutes',
    );
  });
});
