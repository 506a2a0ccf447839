import { describe, expect, it } from 'vitest';
import type { OpenedStore } from './made-up-acts.js';

/** Facts about the installation, and the soundness of the whole. */
export function factsContract(store: OpenedStore): void {
  describe('facts', () => {
    it('are what was last set', async () => {
      expect(await store().facts.get('commands')).toBeNull();
      await store().facts.set('commands', 'abc');
      await store().facts.set('other', '');
      await store().facts.set('commands', 'def');
      expect(await store().facts.get('commands')).toBe('def');
      expect(await store().facts.get('other')).toBe('');
    });

    it('are taken away one by one, and may be set again', async () => {
      await store().facts.set('commands', 'abc');
      await store().facts.set('other', 'abc');
      await store().facts.set('commands', null);
      await store().facts.set('unknown', null);
      expect(await store().facts.get('commands')).toBeNull();
      expect(await store().facts.get('unknown')).toBeNull();
      expect(await store().facts.get('other')).toBe('abc');
      await store().facts.set('commands', 'null');
      expect(await store().facts.get('commands')).toBe('null');
    });
  });
}
