import { BaseSchema } from '@adonisjs/lucid/schema'

/** One row a source file: where its bytes are, what the probe saw, where it is in its life. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table videos (
        id serial primary key,
        title text not null check (title <> ''),
        original_name text not null,
        original_key text not null unique,
        size_bytes bigint not null check (size_bytes > 0),
        sha256 char(64) not null,
        status text not null default 'pending'
          check (status in ('pending', 'queued', 'processing', 'completed', 'failed', 'cancelled')),
        container text not null,
        duration_s double precision not null check (duration_s >= 0),
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        frame_rate double precision,
        bit_rate bigint,
        video_codec text not null,
        audio_codec text,
        has_audio boolean not null,
        media_info jsonb not null,
        poster_key text,
        uploaded_by integer references users (id) on delete set null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index videos_status_index on videos (status, id desc);
      create index videos_sha256_index on videos (sha256);
    `)
  }

  async down() {
    this.schema.raw('drop table videos')
  }
}
