import { BaseSchema } from '@adonisjs/lucid/schema'

/** Uploads that may be broken off and go on: whose they are, and what came of them. The bytes lie in the store's folder. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table uploads (
        id text primary key,
        user_id integer references users (id) on delete cascade,
        original_name text not null check (original_name <> ''),
        size_bytes bigint not null check (size_bytes > 0),
        preset text,
        video_id integer references videos (id) on delete set null,
        refusal text,
        note text,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        check (finished_at is not null or (video_id is null and refusal is null))
      );
      create index uploads_created_index on uploads (created_at);
      create index uploads_video_index on uploads (video_id);
    `)
  }

  async down() {
    this.schema.raw('drop table uploads')
  }
}
