import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * How the encoder of an attempt ended (its exit code or the signal), and how fast it was: times real time. Without an index
 * each attempt that goes with its video read all renditions.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table attempts add column exit text, add column speed double precision check (speed >= 0);
      create index renditions_attempt_index on renditions (attempt_id) where attempt_id is not null;
    `)
  }

  async down() {
    this.schema.raw(`
      drop index if exists renditions_attempt_index;
      alter table attempts drop column exit, drop column speed;
    `)
  }
}
