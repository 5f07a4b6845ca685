import { BaseSchema } from '@adonisjs/lucid/schema'

/** What programs keep with a video, found by any of its values. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table videos add column metadata jsonb not null default '{}'
        constraint videos_metadata_is_a_map check (jsonb_typeof(metadata) = 'object');
      create index videos_metadata_index on videos using gin (metadata jsonb_path_ops)
        where metadata <> '{}';
    `)
  }

  async down() {
    this.schema.raw('alter table videos drop column metadata')
  }
}
