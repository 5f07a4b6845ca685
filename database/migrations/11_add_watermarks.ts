import { BaseSchema } from '@adonisjs/lucid/schema'

/** Pictures that jobs lay over videos. The bytes are in the store under the key; the same bytes are kept once. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table watermarks (
        id uuid primary key,
        name text not null check (name = btrim(name) and char_length(name) between 1 and 80),
        key text not null unique,
        sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        size_bytes integer not null check (size_bytes > 0),
        mime_type text not null,
        uploaded_by integer references users (id) on delete set null,
        created_at timestamptz not null default now()
      );
      create unique index watermarks_one_of_a_name on watermarks (lower(name));
    `)
  }

  async down() {
    this.schema.raw('drop table watermarks')
  }
}
