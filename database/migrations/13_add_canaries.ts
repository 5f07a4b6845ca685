import { BaseSchema } from '@adonisjs/lucid/schema'

/** Batches that try a few jobs first and stop when they fail alike; lanes that stop while the world is broken. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table videos add column tags text[] not null default '{}';
      create index videos_tags_index on videos using gin (tags);

      alter table batches
        add column idempotency_key text unique,
        add column canary_size integer not null default 0 check (canary_size >= 0),
        add column pause_after_failures integer not null default 5 check (pause_after_failures > 0),
        add column released_at timestamptz,
        add column paused_at timestamptz,
        add column paused_by text,
        add column pause_reason text,
        add column resumed_at timestamptz,
        add column cancelled_at timestamptz,
        add column cancelled_by text,
        add column finished_at timestamptz,
        add constraint batches_paused_by_somebody check ((paused_at is null) = (paused_by is null)),
        add constraint batches_cancelled_by_somebody
          check ((cancelled_at is null) = (cancelled_by is null));
      update batches set released_at = created_at;
      create index batches_open_index on batches (id) where finished_at is null;
      drop index jobs_batch_index;
      create index jobs_batch_index on jobs (batch_id, status, finished_at desc) where batch_id is not null;

      alter table lanes
        add column breaker_cause text,
        add column breaker_opened_at timestamptz,
        add column breaker_until timestamptz,
        add column breaker_trips integer not null default 0 check (breaker_trips >= 0),
        add constraint lanes_breaker_is_whole
          check (num_nulls(breaker_cause, breaker_opened_at, breaker_until) in (0, 3));
      create index attempts_finished_index on attempts (finished_at desc) where finished_at is not null;
    `)
  }

  async down() {
    this.schema.raw(`
      drop index attempts_finished_index;
      alter table lanes
        drop constraint lanes_breaker_is_whole,
        drop column breaker_trips,
        drop column breaker_until,
        drop column breaker_opened_at,
        drop column breaker_cause;
      drop index jobs_batch_index;
      create index jobs_batch_index on jobs (batch_id) where batch_id is not null;
      drop index batches_open_index;
      alter table batches
        drop constraint batches_cancelled_by_somebody,
        drop constraint batches_paused_by_somebody,
        drop column finished_at,
        drop column cancelled_by,
        drop column cancelled_at,
        drop column resumed_at,
        drop column pause_reason,
        drop column paused_by,
        drop column paused_at,
        drop column released_at,
        drop column pause_after_failures,
        drop column canary_size,
        drop column idempotency_key;
      alter table videos drop column tags;
    `)
  }
}
