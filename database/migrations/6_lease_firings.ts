import { BaseSchema } from '@adonisjs/lucid/schema'

/** A running firing is held by a lease, so that others take it up when its scheduler died. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table firings add column lease_expires_at timestamptz')
  }

  async down() {
    this.schema.raw('alter table firings drop column lease_expires_at')
  }
}
