import { BaseSchema } from '@adonisjs/lucid/schema'

/** A job keeps the id of the request that asked for it and the span in which it did, so that its attempts say both. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table jobs add column request_id text, add column trace_parent text')
  }

  async down() {
    this.schema.raw('alter table jobs drop column request_id, drop column trace_parent')
  }
}
