import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import { stateStoreContract } from '../contracts/state-store-contract.js';
import { createMemoryStateStore } from '../support/memory-state-store.js';
import { stateFile } from './state-file.js';

stateStoreContract('SQLite', async () => openSqliteStateStore({ file: await stateFile() }));
stateStoreContract('memory', async () => createMemoryStateStore());
