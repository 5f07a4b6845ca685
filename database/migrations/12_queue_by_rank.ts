import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Which job is next is a rank in its lane. A job's place is its turn among equals: whoever asks for ten thousand
 * stands behind whoever asks for one. Priority moves it forward by a fixed number of places, so that nothing starves.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table lanes (
        name text primary key check (name in ('all', 'quick', 'encode')),
        concurrency integer check (concurrency > 0),
        virtual_time double precision not null default 0,
        paused_at timestamptz,
        paused_by text,
        pause_reason text,
        updated_at timestamptz not null default now(),
        constraint lanes_paused_by_somebody check ((paused_at is null) = (paused_by is null))
      );
      insert into lanes (name) values ('all'), ('quick'), ('encode');

      alter table jobs
        add column lane text not null default 'encode' references lanes (name)
          check (lane in ('quick', 'encode')),
        add column priority integer not null default 0 check (priority between -100 and 100),
        add column fair_group text not null default '',
        add column place double precision not null default 0,
        add column rank double precision not null generated always as (place - priority * 100.0) stored,
        add column is_held boolean not null default false,
        add column dismissed_at timestamptz,
        add column dismissed_by text,
        add constraint jobs_dismissed_when_failed check (dismissed_at is null or status = 'failed'),
        add constraint jobs_dismissed_by_somebody
          check ((dismissed_at is null) = (dismissed_by is null));
      create index jobs_next_index on jobs (lane, rank, id) where status = 'queued' and not is_held;
      create index jobs_fair_index on jobs (fair_group, lane, place) where status = 'queued';
      create index jobs_running_index on jobs (lane) where status = 'running';
      create index jobs_dead_letter_index on jobs (failure_cause, finished_at)
        where status = 'failed' and dismissed_at is null;
      drop index jobs_waiting_index;
      create index jobs_waiting_index on jobs (reminded_at nulls first)
        where status = 'queued' and not is_held;

      alter table preset_versions
        add column limits jsonb not null default '{}' check (jsonb_typeof(limits) = 'object');
    `)
  }

  async down() {
    this.schema.raw(`
      alter table preset_versions drop column limits;
      drop index jobs_waiting_index;
      create index jobs_waiting_index on jobs (reminded_at nulls first) where status = 'queued';
      alter table jobs
        drop constraint jobs_dismissed_by_somebody,
        drop constraint jobs_dismissed_when_failed,
        drop column dismissed_by,
        drop column dismissed_at,
        drop column is_held,
        drop column rank,
        drop column place,
        drop column fair_group,
        drop column priority,
        drop column lane;
      drop table lanes;
    `)
  }
}
