import { BaseSchema } from '@adonisjs/lucid/schema'

/** How the encoder of an attempt ended (its exit code or the signal), and how fast it was: times real time. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      'alter table attempts add column exit text, add column speed double precision check (speed >= 0)'
    )
  }

  async down() {
    this.schema.raw('alter table attempts drop column exit, drop column speed')
  }
}
