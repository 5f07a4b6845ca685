import { BaseSchema } from '@adonisjs/lucid/schema'

/** Files that Mediakeep fetches itself, by address or from a folder of the server: how far each is and what became of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table imports (
        id uuid primary key,
        source text not null check (source in ('url', 'path')),
        address text not null check (address <> ''),
        title text,
        tags text[] not null default '{}',
        preset text,
        priority integer not null default 0,
        duplicate text not null default 'allow' check (duplicate in ('allow', 'reuse', 'reject')),
        requested_by jsonb not null,
        status text not null default 'waiting' check (status in
          ('waiting', 'downloading', 'examining', 'completed', 'failed', 'cancelled')),
        original_name text,
        received_bytes bigint not null default 0 check (received_bytes >= 0),
        total_bytes bigint check (total_bytes >= 0),
        bytes_per_s bigint,
        part_path text,
        validator text,
        video_id integer references videos (id) on delete set null,
        duplicate_of integer references videos (id) on delete set null,
        error_code text,
        error_message text,
        note text,
        failure_count integer not null default 0,
        due_at timestamptz not null default now(),
        lease_token integer not null default 0,
        lease_expires_at timestamptz,
        cancelled_by text,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        constraint imports_leased_while_working
          check ((lease_expires_at is not null) = (status in ('downloading', 'examining'))),
        constraint imports_finished_at_the_end
          check ((finished_at is not null) = (status in ('completed', 'failed', 'cancelled')))
      );
      comment on column imports.part_path is 'what has arrived, where the machine that fetched it keeps it';
      comment on column imports.validator is 'a strong ETag or a date, by which the rest may be asked for';
      create index imports_open_index on imports (due_at) where finished_at is null;
      create index imports_video_index on imports (video_id) where video_id is not null;
      create index imports_duplicate_index on imports (duplicate_of) where duplicate_of is not null;

      create trigger tell_insert after insert on imports referencing new table as changed
        for each statement execute function tell_changes();
      create trigger tell_update after update on imports referencing new table as changed
        for each statement execute function tell_changes();
    `)
  }

  async down() {
    this.schema.raw('drop table imports')
  }
}
