import { BaseSchema } from '@adonisjs/lucid/schema'

/** The same bytes again are recognised; uploads in pieces keep what was asked for with them. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table uploads
        add title text,
        add priority integer not null default 0,
        add duplicate text not null default 'allow' check (duplicate in ('allow', 'reuse', 'reject')),
        add duplicate_of integer references videos (id) on delete set null,
        add refusal_code text;
      create index uploads_duplicate_index on uploads (duplicate_of) where duplicate_of is not null;
    `)
  }

  async down() {
    this.schema.raw(`
      alter table uploads drop title, drop priority, drop duplicate, drop duplicate_of, drop refusal_code;
    `)
  }
}
