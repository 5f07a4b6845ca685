import { BaseSchema } from '@adonisjs/lucid/schema'

/** Tokens say scopes; those made before keep what they could. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      update auth_access_tokens set abilities = case
        when abilities like '%"write"%' or abilities like '%"*"%' then '["admin"]'
        else '["videos:read","jobs:read","presets:read","queues:read","schedules:read"]'
      end`)
  }

  async down() {
    this.schema.raw(`
      update auth_access_tokens set abilities = case
        when abilities like '%:write"%' or abilities like '%"admin"%' then '["read","write"]'
        else '["read"]'
      end`)
  }
}
