import { BaseSchema } from '@adonisjs/lucid/schema'

/** One change to many videos, worked through in the background; filters of the Videos page that people keep. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table sweeps (
        id serial primary key,
        action text not null
          check (action in ('tag', 'untag', 'archive', 'unarchive', 'retry', 'cancel', 'delete')),
        tag text,
        filter jsonb not null default '{}' check (jsonb_typeof(filter) = 'object'),
        video_ids integer[] not null,
        done integer not null default 0 check (done between 0 and cardinality(video_ids)),
        changed integer not null default 0 check (changed between 0 and done),
        requested_by jsonb not null,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        constraint sweeps_tag_where_needed check ((tag is not null) = (action in ('tag', 'untag'))),
        constraint sweeps_finished_when_done
          check (finished_at is null or done = cardinality(video_ids))
      );
      comment on column sweeps.video_ids is 'chosen when it was asked for; the first "done" of them are through';
      create index sweeps_open_index on sweeps (id) where finished_at is null;

      create table saved_views (
        id serial primary key,
        user_id integer not null references users (id) on delete cascade,
        name text not null check (name = btrim(name) and char_length(name) between 1 and 60),
        query text not null,
        is_default boolean not null default false,
        created_at timestamptz not null default now(),
        unique (user_id, name)
      );
      create unique index saved_views_one_default on saved_views (user_id) where is_default;
    `)
  }

  async down() {
    this.schema.raw('drop table saved_views, sweeps')
  }
}
