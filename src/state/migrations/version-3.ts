import type { Migration } from '../migrate.js';

/** What chat models were used for, by whom and where. The indexes by time and by server have all that is summed up. */
export const version3: Migration = {
  version: 3,
  async up(database) {
    await database.schema
      .createTable('spending')
      .addColumn('number', 'bigint', (column) => column.primaryKey().notNull())
      .addColumn('guild', 'text')
      .addColumn('member', 'text')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('tokens', 'bigint', (column) => column.notNull())
      .addColumn('micro_dollars', 'bigint', (column) => column.notNull())
      .execute();
    const summed = ['at', 'tokens', 'micro_dollars'];
    await database.schema.createIndex('spending_by_time').on('spending').columns(summed).execute();
    await database.schema
      .createIndex('spending_by_guild')
      .on('spending')
      .columns(['guild', ...summed])
      .execute();
    await database.schema
      .createIndex('spending_by_member')
      .on('spending')
      .columns(['member', 'at', 'number'])
      .execute();
  },
};
