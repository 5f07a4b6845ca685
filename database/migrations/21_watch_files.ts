import { BaseSchema } from '@adonisjs/lucid/schema'

/** When stored files were looked at last, by which probe, and what was seen in watched folders. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table videos
        add column files_checked_at timestamptz,
        add column probe_version integer not null default 0,
        add column probed_at timestamptz;
      create index videos_files_checked_index on videos (files_checked_at nulls first, id);
      comment on column videos.probe_version is '0: before versions were counted';

      create table watched_files (
        id serial primary key,
        folder text not null,
        name text not null,
        device text not null,
        inode text not null,
        size_bytes bigint not null check (size_bytes >= 0),
        modified_ns text not null,
        status text not null default 'seen'
          check (status in ('seen', 'imported', 'refused', 'failed')),
        error text check ((error is not null) = (status in ('refused', 'failed'))),
        video_id integer references videos (id) on delete set null,
        is_done boolean not null default false,
        first_seen_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (folder, device, inode, size_bytes, modified_ns)
      );
      comment on column watched_files.is_done is 'nothing is left to do: job started, file moved or removed';
      create index watched_files_name_index on watched_files (folder, name);
      create index watched_files_video_index on watched_files (video_id);
    `)
  }

  async down() {
    this.schema.raw(`
      drop table watched_files;
      drop index videos_files_checked_index;
      alter table videos
        drop column probed_at,
        drop column probe_version,
        drop column files_checked_at;
    `)
  }
}
