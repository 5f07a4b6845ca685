import { BaseSchema } from '@adonisjs/lucid/schema'

/** What is started when, and each due time of it exactly once. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table schedules (
        id serial primary key,
        name text not null unique check (name <> ''),
        cron text not null,
        time_zone text not null default 'UTC',
        action text not null,
        parameters jsonb not null default '{}',
        is_enabled boolean not null default true,
        next_due_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index schedules_due_index on schedules (next_due_at) where is_enabled;

      create table firings (
        id serial primary key,
        schedule_id integer not null references schedules (id) on delete cascade,
        due_at timestamptz not null,
        is_manual boolean not null default false,
        status text not null default 'pending'
          check (status in ('pending', 'running', 'completed', 'failed')),
        result text,
        lease_expires_at timestamptz,
        started_at timestamptz,
        finished_at timestamptz,
        created_at timestamptz not null default now(),
        unique (schedule_id, due_at)
      );
      create index firings_unfinished_index on firings (created_at)
        where status in ('pending', 'running');
    `)
  }

  async down() {
    this.schema.raw('drop table firings, schedules')
  }
}
