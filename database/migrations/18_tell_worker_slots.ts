import { BaseSchema } from '@adonisjs/lucid/schema'

/** A worker's slots of the lane of pictures, beside those of films and sound that `concurrency` holds. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table workers
        add column quick_concurrency integer not null default 1 check (quick_concurrency > 0)
    `)
  }

  async down() {
    this.schema.raw('alter table workers drop column quick_concurrency')
  }
}
