import { BaseSchema } from '@adonisjs/lucid/schema'

/** What an encode used over its time: `{"everyMs", "points": [[cores, bytes], ...]}`. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `alter table attempts add column usage jsonb check (jsonb_typeof(usage) = 'object')`
    )
  }

  async down() {
    this.schema.raw('alter table attempts drop column usage')
  }
}
