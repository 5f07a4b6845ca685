import { BaseSchema } from '@adonisjs/lucid/schema'

/** All that a batch was asked with, to know the same request again by its key. Null for batches of before. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table batches add column request jsonb')
  }

  async down() {
    this.schema.raw('alter table batches drop column request')
  }
}
