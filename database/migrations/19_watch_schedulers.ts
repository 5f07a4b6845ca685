import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who keeps time, what becomes of due times that nobody saw, and what each firing did. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table schedulers (
        id text primary key,
        host_name text not null,
        pid integer not null,
        started_at timestamptz not null default now(),
        heartbeat_at timestamptz not null default now(),
        stopped_at timestamptz
      );

      alter table schedules
        add column missed_policy text not null default 'once'
          check (missed_policy in ('skip', 'once', 'all'));

      alter table firings
        drop constraint firings_status_check,
        add constraint firings_status_check
          check (status in ('pending', 'running', 'completed', 'failed', 'skipped')),
        add column note text,
        add column details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
        add column lease_token integer not null default 0 check (lease_token >= 0);
      comment on column firings.note is 'what is odd about its due time, as a sentence';
      create index firings_of_schedule_index on firings (schedule_id, id);
    `)
  }

  async down() {
    this.schema.raw(`
      delete from firings where status = 'skipped';
      drop index firings_of_schedule_index;
      alter table firings
        drop column lease_token,
        drop column details,
        drop column note,
        drop constraint firings_status_check,
        add constraint firings_status_check
          check (status in ('pending', 'running', 'completed', 'failed'));
      alter table schedules drop column missed_policy;
      drop table schedulers;
    `)
  }
}
