import { BaseSchema } from '@adonisjs/lucid/schema'

/** A job may complete and still have something to say: damage of the source, subtitles that could not be read. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table jobs
        add column warnings jsonb not null default '[]' check (jsonb_typeof(warnings) = 'array');
    `)
  }

  async down() {
    this.schema.raw('alter table jobs drop column warnings')
  }
}
